'use strict';

/**
 * Structured-clone values to JSON text and back. Electron clones what crosses IPC; the DevTools protocol carries text
 * only. The same function runs in Node and in the page (its source is injected), so it refers to nothing outside.
 *
 * The text is `[top, table]`: primitives stand for themselves, objects are `{ ref: index }` into the table, so shared
 * and cyclic references survive. A row of the table is the object's tag (`Date`, `Uint8Array`) and its parts.
 */
exports.codec = function codec() {
  const inNode = typeof Buffer !== 'undefined';
  const bytesToText = (bytes) =>
    inNode ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') : bytes.toBase64();
  const textToBytes = (text) => (inNode ? new Uint8Array(Buffer.from(text, 'base64')) : Uint8Array.fromBase64(text));
  const uncloneable = () => new Error('An object could not be cloned.');
  const errors = { TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError };

  /** `pack` gives an object's parts; `make` the object again, for containers still empty; `fill` puts their parts in. */
  const kinds = {
    ArrayBuffer: {
      pack: (buffer) => [bytesToText(new Uint8Array(buffer))],
      make: ([text]) => textToBytes(text).buffer,
    },
    Date: { pack: (date) => [date.getTime()], make: ([time]) => new Date(time ?? Number.NaN) },
    RegExp: { pack: ({ source, flags }) => [source, flags], make: ([source, flags]) => new RegExp(source, flags) },
    Error: {
      pack: ({ name, message, stack }) => [name, message, stack ?? ''],
      make: ([name, message, stack]) => Object.assign(new (errors[name] ?? Error)(message), { stack }),
    },
    Array: {
      pack: (array, put) => array.map((item) => put(item)),
      make: () => [],
      fill: (array, parts, get) => {
        for (const part of parts) array.push(get(part));
      },
    },
    Set: {
      pack: (set, put) => [...set].map((item) => put(item)),
      make: () => new Set(),
      fill: (set, parts, get) => {
        for (const part of parts) set.add(get(part));
      },
    },
    Map: {
      pack: (map, put) => [...map].map(([key, value]) => [put(key), put(value)]),
      make: () => new Map(),
      fill: (map, parts, get) => {
        for (const [key, value] of parts) map.set(get(key), get(value));
      },
    },
    Object: {
      pack: (object, put) => Object.entries(object).map(([key, value]) => [key, put(value)]),
      make: () => ({}),
      fill: (object, parts, get) => {
        const own = { enumerable: true, configurable: true, writable: true };
        for (const [key, value] of parts) Object.defineProperty(object, key, { ...own, value: get(value) });
      },
    },
  };
  const view = {
    pack: ({ buffer, byteOffset, byteLength }) => [bytesToText(new Uint8Array(buffer, byteOffset, byteLength))],
    make: ([text], tag) => new globalThis[tag](textToBytes(text).buffer),
  };
  const isViewTag = (tag) => /^(?:DataView|\w+Array)$/.test(tag) && tag !== 'Array';
  const kindOf = (tag) => (isViewTag(tag) ? view : kinds[tag]);

  const putPrimitive = {
    undefined: () => ({ missing: true }),
    bigint: (value) => ({ bigint: String(value) }),
    number: (value) =>
      Number.isFinite(value) && !Object.is(value, -0) ? value : { number: Object.is(value, -0) ? '-0' : String(value) },
    string: (value) => value,
    boolean: (value) => value,
  };

  const encode = (root) => {
    const indexes = new Map();
    const table = [];
    const putObject = (object) => {
      const known = indexes.get(object);
      if (known !== undefined) return { ref: known };
      const tag = Object.prototype.toString.call(object).slice(8, -1);
      const kind = kindOf(tag);
      if (!kind) throw uncloneable();
      const index = table.push(null) - 1;
      indexes.set(object, index);
      table[index] = [tag, ...kind.pack(object, put)];
      return { ref: index };
    };
    const put = (value) => {
      if (value === null) return null;
      if (typeof value === 'object') return putObject(value);
      const primitive = putPrimitive[typeof value];
      if (!primitive) throw uncloneable();
      return primitive(value);
    };
    const top = put(root);
    return JSON.stringify([top, table]);
  };

  const decode = (text) => {
    const [top, table] = JSON.parse(text);
    const made = new Array(table.length);
    /** A container is entered in `made` before it is filled, so that a cycle finds it. */
    const build = (index) => {
      const [tag, ...parts] = table[index];
      const kind = kindOf(tag);
      made[index] = kind.make(parts, tag);
      kind.fill?.(made[index], parts, get);
      return made[index];
    };
    const get = (value) => {
      if (value === null || typeof value !== 'object') return value;
      if ('missing' in value) return undefined;
      if ('number' in value) return Number(value.number);
      if ('bigint' in value) return BigInt(value.bigint);
      return value.ref in made ? made[value.ref] : build(value.ref);
    };
    return get(top);
  };

  return { encode, decode };
};
