import { z } from 'zod';

/** A place in the program's own files: `index-4f2a.js:12:3456`. */
const FRAME = /[A-Za-z][\w.-]{0,80}\.(?:js|cjs|mjs|ts|tsx):\d{1,7}:\d{1,7}/;
const CODE = /^[a-z][a-z-]{0,40}\/[a-z][a-z-]{0,60}$/;
const MOST_FRAMES = 8;

/**
 * What is noted of a fault: its code and where in the program. No words ever: a message may name a person, a file or a
 * folder. The shell checks it on arrival, and a support bundle checks every line again.
 */
export const faultNote = z.strictObject({
  code: z.string().regex(CODE),
  frames: z
    .array(z.string().regex(new RegExp(`^${FRAME.source}$`)))
    .max(MOST_FRAMES)
    .exactOptional(),
  /** The channel that was asked, and the system's own code (ENOSPC). */
  channel: z
    .string()
    .regex(/^[A-Za-z]{1,30}(\.[A-Za-z]{1,30})?$/)
    .exactOptional(),
  system: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,30}$/)
    .exactOptional(),
});

export type FaultNote = z.infer<typeof faultNote>;

/** A line of the log: a fault, or the program's start. */
const logLine = faultNote.extend({
  at: z.iso.datetime({ offset: true }),
  from: z.enum(['shell', 'page']),
  version: z.string().regex(/^[\w.+-]{0,40}$/),
});

export type LogLine = z.infer<typeof logLine>;

export const lineOf = (line: LogLine): string => `${JSON.stringify(line)}\n`;

/** The lines of a log, as far as they are exactly what the program writes; what else got into the file is left out. */
export function readLog(text: string): readonly LogLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      return logLine.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return [];
    }
  });
}

/** `TypeError` in the words of a code: `type-error`. */
const kebab = (name: string): string =>
  name
    .replaceAll(/[^A-Za-z]/g, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();

/** A fault without its words: the code it carries, else what kind of error it is; where; what the system said. */
export function faultOf(thrown: unknown): FaultNote {
  if (!(thrown instanceof Error)) return { code: 'fault/not-an-error' };
  const carried = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const code = CODE.test(carried) ? carried : `fault/${kebab(thrown.name) || 'error'}`;
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => FRAME.exec(line)?.[0] ?? [])
    .slice(0, MOST_FRAMES);
  const note = {
    code,
    ...(frames.length > 0 ? { frames } : {}),
    ...(/^[A-Z]/.test(carried) ? { system: carried } : {}),
  };
  return faultNote.safeParse(note).data ?? { code: 'fault/error' };
}
