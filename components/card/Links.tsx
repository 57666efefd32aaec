import type { Diagnosis } from '../../diagnosis';
import { useApp } from '../state';
import { strings } from '../strings';

/** The vendor's own pages, or the team's. */
export function Links({ diagnosis: { issuer, docs, statusPage } }: { readonly diagnosis: Diagnosis }) {
  const own = useApp().team.component(issuer.id) !== null;
  const links = [
    { name: own ? strings.runbook : strings.docs, url: docs },
    { name: strings.statusPage, url: statusPage },
  ];
  return (
    <p class="links">
      {links.map(
        ({ name, url }) =>
          url !== null && (
            <a key={name} href={url} target="_blank" rel="noreferrer noopener">
              {name}
            </a>
          ),
      )}
    </p>
  );
}
