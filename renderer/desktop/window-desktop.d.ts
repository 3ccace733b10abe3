import type { DesktopApi } from '../../shared/desktop-api.ts';

declare global {
  interface Window {
    /** Put there by the shell; absent in a browser. */
    readonly desktop?: DesktopApi;
  }
}
