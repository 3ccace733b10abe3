// A second helper writes everything in pages/settings and pages/first-start; the first keeps frame, routes and the other pages.
export function SettingsPage() {
  return null;
}
