import { vi } from 'vitest';

/** Every slice is used up at once, so that what goes in slices pauses wherever it may. */
export function withoutPatience(): void {
  let at = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    at += 1000;
    return at;
  });
}
