import { spawnSync } from 'node:child_process';

/** Why a test may skip for want of a small disk; throws where nobody said why, and somebody should have. */
export function whyNoDisk(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string {
  if (platform !== 'linux') return 'a small disk is mounted on Linux only';
  const said = env.NO_SMALL_DISK;
  if (said) return said;
  if (env.CI) {
    throw new Error(
      'No small disk can be mounted: this needs root, or sudo that asks for no password. ' +
        'Where neither can be had, NO_SMALL_DISK says why (docs/TESTING.md).',
    );
  }
  return 'mounting a small disk needs root, or sudo that asks for no password';
}

/** Runs a command as root: as it is where we are, else by sudo, which may ask for nothing. False where it failed. */
function runAsRoot(command: string, options: readonly string[]): boolean {
  if (process.platform !== 'linux') return false;
  const asked = process.getuid?.() === 0 ? [command, ...options] : ['sudo', '-n', command, ...options];
  const [program = command, ...rest] = asked;
  return spawnSync(program, rest, { stdio: 'ignore' }).status === 0;
}

/** Makes a folder a disk of this many bytes (as `4m`), which this user may write to. False where the test may skip. */
export function mountSmallDisk(folder: string, size: string): boolean {
  const owner = `uid=${process.getuid?.() ?? 0},gid=${process.getgid?.() ?? 0},mode=0700`;
  if (runAsRoot('mount', ['-t', 'tmpfs', '-o', `size=${size},${owner}`, 'tmpfs', folder])) return true;
  console.log(`NOT RUN, no small disk: ${whyNoDisk(process.platform, process.env)}`);
  return false;
}

/** Mounts a file on itself: it answers EBUSY from now on, like one that another program holds on Windows. */
export const holdFile = (file: string): boolean => runAsRoot('mount', ['--bind', file, file]);

/** Takes away what the two above mounted, at once, also where something still has it open. */
export const unmount = (place: string): boolean => runAsRoot('umount', ['--lazy', place]);
