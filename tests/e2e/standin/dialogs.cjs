'use strict';
const { strict } = require('./strict.cjs');

/** A dialog no spec has answered is an error: a real one would wait for ever. Specs replace these functions. */
const unanswered = (name) => async () => {
  throw new Error(`electron stand-in: dialog.${name} was called and the spec gave no answer`);
};

exports.createDialogs = ({ log }) =>
  strict('dialog', {
    showOpenDialog: unanswered('showOpenDialog'),
    showSaveDialog: unanswered('showSaveDialog'),
    showMessageBox: unanswered('showMessageBox'),
    showErrorBox: (title, content) => log.push({ type: 'error-box', title, content }),
  });

/** Opens nothing; records what would have been opened. */
exports.createShell = ({ log }) =>
  strict('shell', {
    openExternal: async (url) => void log.push({ type: 'open-external', url }),
    openPath: async (path) => {
      log.push({ type: 'open-path', path });
      return '';
    },
    showItemInFolder: (path) => void log.push({ type: 'show-in-folder', path }),
  });
