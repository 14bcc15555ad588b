-- SPDX-FileCopyrightText: 2026 The Tertulia authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the modules of XEP-0388 need of later versions of Prosody and 0.12 has not: the functions of mod_smacks that
-- mod_sasl2_sm calls, methods of stanzas, and for mod_sasl2_fast who the client says it is and times with fractions. The
-- work itself is done by 0.12's own mod_smacks; here its answers are only held back until they can stand in a <success/>.
local datetime = require "util.datetime";
local filters = require "util.filters";
local st = require "util.stanza";
local smacks = module:depends("smacks");

local xmlns_sm = "urn:xmpp:sm:3";
local xmlns_errors = "urn:ietf:params:xml:ns:xmpp-stanzas";

local methods = getmetatable(st.stanza("x")).__index;
methods.add_error = methods.add_error or function (stanza, err)
	return stanza:tag(err.condition, { xmlns = xmlns_errors }):up();
end
methods.get_child_attr = methods.get_child_attr or function (stanza, name, namespace, attribute)
	local child = stanza:get_child(name, namespace);
	return child and child.attr[attribute];
end

local of_whole_seconds = datetime.datetime;
function datetime.datetime(time) return of_whole_seconds(time and math.floor(time)); end

filters.add_filter_hook(function (session)
	session.stream_attrs = function (self, _, client) self.test_client = client; end
end);
module:hook("stream-features", function (event)
	event.stream = event.stream or { from = event.origin.test_client };
end, 100);

-- A send() that only keeps what it is given; mod_smacks sets fields of it.
local function keeping()
	local kept = {};
	return setmetatable({}, { __call = function (_, stanza)
		table.insert(kept, stanza);
		return true;
	end }), kept;
end

function smacks.do_enable(session, request)
	local send = session.send;
	local capture, kept = keeping();
	session.send = capture;
	smacks.handle_enable(session, request, xmlns_sm);
	session.send = send;
	local answer = kept[1];
	if answer.name ~= "enabled" then
		return nil, { condition = answer.tags[1].name };
	end
	return {
		type = "enabled", id = answer.attr.id, resume_max = answer.attr.max,
		finish = function () end,
	};
end

function smacks.do_resume(session, request)
	local send = session.send;
	local capture, kept = keeping();
	session.send = capture;
	smacks.handle_resume(session, request, xmlns_sm);
	local answer = table.remove(kept, 1);
	local original = rawget(capture, "session");
	if answer.name ~= "resumed" then
		session.send = send;
		return nil, { condition = answer.tags[1].name, context = { h = tonumber(answer.attr.h) } };
	end
	send.session = original;
	send.filter = original.filter;
	original.send = send;
	original.sasl_handler = session.sasl_handler;
	original.client_id = session.client_id;
	original.fast_token_request = session.fast_token_request;
	return {
		type = "resumed", id = answer.attr.previd, session = original,
		finish = function ()
			original.resending_unacked = true;
			for _, stanza in ipairs(kept) do send(stanza); end
			original.resending_unacked = nil;
		end,
	};
end
