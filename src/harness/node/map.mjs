// The script that a user would write instead of `blipscope map`: node map.mjs FILE > calls.ndjson
// Line by line, JSON.parse, pick the fields of the `documented` profile, JSON.stringify.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";

const SALT = "sandbox";
const CHUNK = 64 * 1024;

function identityOf(address) {
  if (typeof address !== "string" || address.trim() === "") return undefined;
  const slash = address.indexOf("/", address.indexOf("@"));
  return slash < 0 ? address : address.slice(0, slash);
}

function isBot(address) {
  return identityOf(address)?.toLowerCase().endsWith("@msging.net") ?? false;
}

function instantOf(text) {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function digestOf(...fields) {
  return createHash("sha256").update(JSON.stringify([...fields, SALT])).digest("hex").slice(0, 32);
}

function call(type, event, identity, digest, timestamp, payload) {
  const out = { type };
  if (event) out.event = event;
  if (identity) out.userId = identity;
  else out.anonymousId = digest.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  out.messageId = `blip-${digest}`;
  if (timestamp) out.timestamp = timestamp;
  out[type === "track" ? "properties" : "traits"] = payload;
  return out;
}

function messageCall(m) {
  const sent = isBot(m.from);
  const stored = m.metadata?.["#envelope.storageDate"];
  const digest = digestOf("message", m.type, m.id, m.from, m.to, stored, m.content);
  const event = sent ? "Message Sent" : "Message Received";
  return call("track", event, identityOf(sent ? m.to : m.from), digest, instantOf(stored), m);
}

function eventCall(e) {
  const identity = identityOf(e.contact?.Identity ?? e.contact?.identity ?? e.identity);
  const { ownerIdentity, messageId, storageDate, category, action, extras } = e;
  const digest = digestOf(
    "event", ownerIdentity, identity, messageId, storageDate, category, action, extras);
  return call("track", "Event Tracked", identity, digest, instantOf(storageDate), e);
}

function contactCall(c) {
  return call("identify", undefined, identityOf(c.identity), digestOf("contact", c), undefined, c);
}

function callOf(payload) {
  if (payload.type != null) return messageCall(payload);
  if (payload.category != null) return eventCall(payload);
  if (payload.lastMessageDate != null) return contactCall(payload);
  return undefined;
}

async function write(text) {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

const file = process.argv[2] ?? "";
if (!existsSync(file)) {
  console.error(`There is no file "${file}". Usage: node map.mjs FILE > calls.ndjson`);
  process.exit(3);
}

let chunk = "";
let line = 0;
const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
for await (const text of lines) {
  line++;
  try {
    const out = callOf(JSON.parse(text));
    if (out) chunk += JSON.stringify(out) + "\n";
    else console.error(`${line}: neither message, event nor contact`);
  } catch (broken) {
    console.error(`${line}: ${broken.message}`);
  }
  if (chunk.length > CHUNK) {
    await write(chunk);
    chunk = "";
  }
}
await write(chunk);
