import { useComputed } from '@preact/signals';
import { useApp } from './state';
import { strings } from './strings';

/** Counts, and what was just done, told to screen readers too. */
export function Footer() {
  const { rows, shown, requests, said } = useApp();
  const hosts = useComputed(() => new Set(rows.value.map((r) => r.exchange.host)).size);
  const total = rows.value.length;
  return (
    <footer class="foot">
      <span>{strings.footer(total, Math.max(requests.value, total))}</span>
      {shown.value.length !== total && <span>{strings.footerShown(shown.value.length)}</span>}
      {total > 0 && <span>{strings.footerHosts(hosts.value)}</span>}
      <span class="said" role="status">
        {said.value}
      </span>
      <span class="privacy">{strings.footerPrivacy}</span>
    </footer>
  );
}
