export function SettingsPage() {
  return <p>to come</p>;
}
