'use strict';

/** Names the language, Node's inspector and module interop ask any object for; their absence is no mistake. */
const ASKED_OF_ANYTHING = new Set(['then', 'toJSON', '__esModule', 'default', 'constructor']);

/** Wraps a part of the API: what the stand-in does not know must fail loudly, never be `undefined`. */
exports.strict = (name, object) =>
  new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || ASKED_OF_ANYTHING.has(key))
        return Reflect.get(target, key, receiver);
      throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
    },
  });
