-- SPDX-FileCopyrightText: 2026 The Tertulia authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- SCRAM-SHA-512, which no package of Debian 12 teaches Prosody: util.sasl.scram registers SHA-1 and SHA-256 by name, and
-- util.hashes has no PBKDF2 for more. The exchange is Prosody's own for SHA-256, given another hash.
local hashes = require "util.hashes";
local sasl = require "util.sasl";
local scram = require "util.sasl.scram";
local sxor = require "util.strbitop".sxor;

local bindings = { "tls-unique", "tls-exporter", "tls-server-end-point" };

local function pbkdf2(password, salt, iterations)
	local block = hashes.hmac_sha512(password, salt.."\0\0\0\1");
	local result = block;
	for _ = 2, iterations do
		block = hashes.hmac_sha512(password, block);
		result = sxor(result, block);
	end
	return result;
end

local lent = { sha256 = hashes.sha512, hmac_sha256 = hashes.hmac_sha512, pbkdf2_hmac_sha256 = pbkdf2 };
local kept, hasher = {}, scram.hashers["SHA-256"];
for name, f in pairs(lent) do kept[name], hashes[name] = hashes[name], f; end
scram.init(function (name, backends, check, binds)
	if name:find("SHA-256", 1, true) then
		sasl.registerMechanism(name:gsub("256", "512"), { backends[1] }, check, binds and bindings);
	end
end);
for name, f in pairs(kept) do hashes[name] = f; end
scram.hashers["SHA-256"] = hasher;
