import type { Exchange, Id, Team } from '../../diagnosis';
import { knowledge } from '../knowledge';
import { useApp } from '../state';
import { strings } from '../strings';
import { Text } from '../Text';
import { CopyButton } from './CopyButton';

interface Props {
  readonly ids: readonly Id[];
  readonly exchange: Exchange;
}

const takesId = ({ url }: Team['links'][number]): boolean => url.includes('{id}');

/** Ids of the response and request: whole, with what they say and where to paste them; with the team's own log links. */
export function Ids({ ids, exchange }: Props) {
  const team = useApp().team.team.value;
  return (
    <ul class="ids">
      {ids.map((id) => (
        <li key={id.name + id.value}>
          <span class="name">{id.name}</span>
          <span class="value">
            <code>{id.value}</code> <CopyButton text={id.value} label={strings.copyId(id.name)} what={id.name} />
          </span>
          <span class="lookup">
            {id.decoded !== undefined && `${id.decoded}; `}
            <Text text={id.lookup} />
            <LogLinks team={team} links={team?.links.filter(takesId)} exchange={exchange} id={id.value} />
          </span>
        </li>
      ))}
      <LogLinks team={team} links={team?.links.filter((link) => !takesId(link))} exchange={exchange} id={null} row />
    </ul>
  );
}

interface LogLinksProps {
  readonly team: Team | null;
  readonly links: Team['links'] | undefined;
  readonly exchange: Exchange;
  readonly id: string | null;
  /** A line of the list of its own. */
  readonly row?: boolean;
}

function LogLinks({ team, links, exchange, id, row = false }: LogLinksProps) {
  if (team === null || links === undefined) return null;
  const filled = knowledge.value?.teamLinks({ ...team, links }, exchange, id) ?? [];
  if (filled.length === 0) return null;
  const all = (
    <span class="links" title={strings.fromTeam}>
      {filled.map(({ name, url }) => (
        <a key={name + url} href={url} target="_blank" rel="noreferrer noopener">
          {name}
        </a>
      ))}
    </span>
  );
  if (!row) return all;
  return (
    <li>
      <span class="name">{strings.logLinks}</span>
      {all}
    </li>
  );
}
