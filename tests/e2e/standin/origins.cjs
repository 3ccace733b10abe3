'use strict';

/**
 * Chromium knows no `app://`. A page at app://street-ledger/x is shown as https://street-ledger.app.localhost/x, a
 * secure context with storage of its own, and every address the program sees is turned back.
 */
exports.createOrigins = () => {
  const schemes = new Set();
  return {
    schemes,
    toWeb: (url) =>
      url.replace(/^(\w+):\/\/([^/]+)/, (whole, scheme, host) =>
        schemes.has(scheme) ? `https://${host}.${scheme}.localhost` : whole,
      ),
    toApp: (url) => url.replace(/^https:\/\/([^/]+)\.(\w+)\.localhost(?=\/|$)/, '$2://$1'),
    /** Electron gives custom schemes the origin scheme://host, which the URL class calls "null". */
    originOf: (url) => {
      const { protocol, host, origin } = new URL(url);
      return schemes.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin;
    },
  };
};
