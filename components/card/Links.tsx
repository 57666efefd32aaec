import type { Diagnosis } from '../../diagnosis';
import { strings } from '../strings';

/** The vendor's own pages. */
export function Links({ diagnosis: { docs, statusPage } }: { readonly diagnosis: Diagnosis }) {
  const links = [
    { name: strings.docs, url: docs },
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
