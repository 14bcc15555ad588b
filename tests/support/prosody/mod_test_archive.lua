-- SPDX-FileCopyrightText: 2026 The Tertulia authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Fills archives when the server starts, in no time: test_archive = { ana = 20000 }. Three messages share each second.
-- Every seventh is said with carla, the others with bruno; of five one is the owner's own.
local st = require "util.stanza";

local archive = module:open_store("archive", "archive");
local now = os.time();

for owner, count in pairs(module:get_option("test_archive", {})) do
	local own = owner .. "@" .. module.host;
	for i = 1, count do
		local friend = (i % 7 == 2 and "carla" or "bruno") .. "@" .. module.host;
		local ours = i % 5 == 3;
		local id = owner .. "-" .. i;
		local message = st.message({
			type = "chat", id = id,
			from = (ours and own or friend) .. "/phone", to = ours and friend or own,
		}):text_tag("body", "words " .. i .. " of " .. owner .. ", as long as people's words are who meet for tea")
			:tag("origin-id", { xmlns = "urn:xmpp:sid:0", id = id }):up();
		assert(archive:append(owner, nil, message, now - 86400 - math.floor((count - i) / 3), friend));
	end
end
