-- SPDX-FileCopyrightText: 2026 The Tertulia authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What later versions of Prosody do and 0.12 does not: SCRAM-*-PLUS and HT-* with tls-exporter,
-- tls-server-end-point and tls-unique, announced by XEP-0440, and the names of connection methods that mod_sasl2 calls.
-- The checks themselves are Prosody's own.
local base64 = require "util.encodings".base64;
local sasl = require "util.sasl";
local scram = require "util.sasl.scram";
local sha256 = require "util.hashes".sha256;
local st = require "util.stanza";

local types = module:get_option_array("test_binding_types", { "tls-exporter", "tls-server-end-point" });
local announced = module:get_option_boolean("test_binding_announced", true);
local disabled = module:get_option_set("disable_sasl_mechanisms", {});

local function end_point()
	local file = assert(io.open(module:get_option_string("test_certificate")));
	local pem = file:read("*a");
	file:close();
	return sha256(base64.decode((pem:match("BEGIN CERTIFICATE%-+(.-)%-+END"):gsub("%s", ""))));
end

local function material(conn)
	return conn:socket():exportkeyingmaterial("EXPORTER-Channel-Binding", 32);
end

local data_of = {
	["tls-exporter"] = material;
	["tls-server-end-point"] = end_point;
	["tls-unique"] = function (conn) return conn:socket():getpeerfinished(); end
};

scram.init(function (name, backends, check, bindings)
	if bindings then bindings = { "tls-unique", "tls-exporter", "tls-server-end-point" }; end
	sasl.registerMechanism(name, backends, check, bindings);
end);

module:hook("stream-features", function (event)
	local methods = getmetatable(event.origin.conn).__index;
	methods.ssl_info = function (conn) return conn:socket():info(); end
	methods.ssl_exportkeyingmaterial = function (conn) return material(conn); end
	methods.ssl_peerfinished = function (conn) return conn:socket():getpeerfinished(); end
end, 100);

local function complete(list, namespace, available)
	if not list then return; end
	local present = {};
	for mechanism in list:childtags("mechanism", namespace) do present[mechanism:get_text()] = true; end
	for mechanism in pairs(available) do
		if not present[mechanism] and not disabled:contains(mechanism) and not mechanism:find("UNIQ") then
			list:text_tag("mechanism", mechanism, { xmlns = namespace });
		end
	end
end

module:hook("stream-features", function (event)
	local session, features = event.origin, event.features;
	if session.type ~= "c2s_unauthed" or not session.secure or not session.sasl_handler then return; end
	local list = st.stanza("sasl-channel-binding", { xmlns = "urn:xmpp:sasl-cb:0" });
	for _, name in ipairs(types) do
		list:tag("channel-binding", { type = name }):up();
		session.sasl_handler:add_cb_handler(name, function ()
			return data_of[name](session.conn);
		end);
	end
	if announced then features:add_child(list); end
	local available = session.sasl_handler:mechanisms();
	complete(features:get_child("mechanisms", "urn:ietf:params:xml:ns:xmpp-sasl"),
		"urn:ietf:params:xml:ns:xmpp-sasl", available);
	local sasl2 = features:get_child("authentication", "urn:xmpp:sasl:2");
	complete(sasl2, "urn:xmpp:sasl:2", available);
	local fast = sasl2 and sasl2:get_child("inline") and sasl2:get_child("inline"):get_child("fast", "urn:xmpp:fast:0");
	if fast and session.fast_sasl_handler then
		session.fast_sasl_handler.profile.cb = session.sasl_handler.profile.cb;
		complete(fast, "urn:xmpp:fast:0", session.fast_sasl_handler:mechanisms());
	end
end, -100);
