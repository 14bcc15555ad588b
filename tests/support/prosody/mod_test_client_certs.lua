-- SPDX-FileCopyrightText: 2026 The Tertulia authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- mod_client_certs of prosody-modules as Debian 12 has it, which cannot work there, for two reasons that have nothing to
-- do with logging in. Prosody 0.12 refuses to load it: its last lines ask for a command that is open to "user", as that was
-- called before; now it is "any". And der2pem() of util.x509 tells gsub() how often by a fraction, which Lua 5.4 does not
-- take. Both are mended here, and nothing else.
local base64 = require "util.encodings".base64;

require "util.x509".der2pem = function (data)
	return "-----BEGIN CERTIFICATE-----\n"..base64.encode(data):gsub(("."):rep(64), "%0\n").."\n-----END CERTIFICATE-----\n";
end

local source, path = require "util.pluginloader".load_resource("client_certs");
local text, count = source:gsub('adhoc_handler, "user"%)', 'adhoc_handler, "any")');
assert(count == 1, "mod_client_certs is another one than it was");
assert(load(text, "@"..path, "t", _ENV))();
