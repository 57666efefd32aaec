import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { useApp } from './state';
import { strings } from './strings';
import { teamStrings as words } from './strings.team';
import { Text } from './Text';
import type { TeamFile } from './team';

/** More bytes than this are no team's file: 256 K characters, none longer than four bytes. */
const BYTES_MAX = 4 * 256 * 1024;

/** What a file may look like: to begin with. */
const EXAMPLE = `{
  "version": 1,
  "name": "Acme platform",
  "components": [
    {
      "name": "Acme gateway",
      "role": "gateway",
      "owner": "#team-edge",
      "runbook": "https://wiki.acme.example/gateway",
      "onPath": [{ "header": "x-acme-gateway" }],
      "issued": [{ "header": "x-acme-error", "starts": "gw-" }, { "body": "Acme gateway: no route" }]
    }
  ],
  "links": [
    { "name": "Kibana", "url": "https://logs.acme.example/?q={id}&from={from}&to={to}" }
  ],
  "firstParty": ["*.acme.example"],
  "muted": [
    { "host": "*.acme.example", "path": "/healthz*", "status": 503, "why": "warms up for a minute" }
  ]
}
`;

/** The team's own knowledge: written, pasted or opened, checked, taken into use, and what it holds. */
export function TeamKnowledge() {
  const { port, team, teamShown } = useApp();
  const area = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [unstored, setUnstored] = useState(false);
  const draft = team.draft.value;
  const used = team.text.value;
  const fault = draft.trim() === '' ? null : team.check(draft);
  const write = (text: string): void => {
    setProblem(null);
    team.draft.value = text;
  };
  useLayoutEffect(() => area.current?.focus(), []);
  const goTo = (line: number): void => {
    const box = area.current;
    if (box === null) return;
    const before =
      draft
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    const end = draft.indexOf('\n', before);
    box.focus();
    box.setSelectionRange(before, end < 0 ? draft.length : end);
    box.scrollTop = (box.scrollHeight / draft.split('\n').length) * Math.max(0, line - 4);
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > BYTES_MAX) return setProblem(words.teamTooLarge);
    try {
      write(await file.text());
    } catch {
      setProblem(words.teamUnread);
    }
  };
  const state =
    used === ''
      ? words.teamStates.none
      : used !== draft
        ? words.teamStates.changed
        : unstored
          ? words.teamStates.unstored
          : words.teamStates.used;
  return (
    <section
      class="team"
      aria-label={strings.team}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        teamShown.value = false;
      }}
    >
      <header>
        <button
          type="button"
          class="ib"
          onClick={() => {
            teamShown.value = false;
          }}
        >
          <Icon name="back" />
          {strings.back}
        </button>
        <h2>{strings.team}</h2>
      </header>
      <div class="editor">
        <p>{words.teamIntro}</p>
        <label for="team-file">{words.teamFile}</label>
        <textarea
          ref={area}
          id="team-file"
          class="body"
          spellcheck={false}
          rows={18}
          aria-invalid={fault !== null}
          aria-describedby="team-state"
          value={draft}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <p id="team-state" role="status" class={fault === null && problem === null ? 'sub' : 'note'}>
          {problem ??
            (fault === null
              ? draft === '' || used !== ''
                ? state
                : words.teamStates.changed
              : words.teamWrong(fault.line, fault.message))}
          {fault !== null && (
            <button type="button" class="copy" onClick={() => goTo(fault.line)}>
              {words.teamGoTo(fault.line)}
            </button>
          )}
        </p>
        <div class="acts">
          <button
            type="button"
            class="btn main"
            disabled={draft.trim() === ''}
            onClick={() => {
              if (fault === null) setUnstored(!team.use(draft));
              else goTo(fault.line);
            }}
          >
            {words.teamUse}
          </button>
          <label class="btn">
            <input
              type="file"
              class="quiet"
              accept=".json,application/json"
              onChange={(event) => {
                const input = event.currentTarget;
                void open(input.files?.[0]).then(() => {
                  // The same file again is a change too.
                  input.value = '';
                });
              }}
            />
            {words.teamImport}
          </label>
          <button
            type="button"
            class="btn"
            disabled={draft.trim() === ''}
            onClick={() => port.save('5xx-inspector-team.json', new Blob([draft], { type: 'application/json' }))}
          >
            {words.teamExport}
          </button>
          {draft.trim() === '' && (
            <button
              type="button"
              class="btn"
              onClick={() => {
                write(EXAMPLE);
                // This button goes.
                area.current?.focus();
              }}
            >
              {words.teamExample}
            </button>
          )}
          {used !== '' && (
            <button
              type="button"
              class="btn"
              onClick={() => {
                team.use('');
                area.current?.focus();
              }}
            >
              {words.teamRemove}
            </button>
          )}
        </div>
        <details>
          <summary>{words.teamHelp}</summary>
          <ul class="bullets">
            {words.teamHelpText.map((text) => (
              <li key={text}>
                <Text text={text} />
              </li>
            ))}
          </ul>
        </details>
      </div>
      {team.team.value !== null && team.file.value !== null && <Contents name={team.team.value.name} file={team.file.value} />}
    </section>
  );
}

interface TableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

function Table({ title, columns, rows }: TableProps) {
  if (rows.length === 0) return null;
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, i) => (
          <tr key={i}>
            {cells.map((cell, j) => (
              <td key={j}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the file in use holds. Names may be written in any direction: they stay within their cell. */
function Contents({ name, file }: { readonly name: string; readonly file: TeamFile }) {
  const { components = [], links = [], firstParty = [], muted = [] } = file;
  const { teamParts: titles, teamColumns: of } = words;
  return (
    <div class="contents">
      <h3>
        <bdi>{words.teamNamed(name)}</bdi>
      </h3>
      {components.length + links.length + firstParty.length + muted.length === 0 && <p class="sub">{words.teamNothing}</p>}
      <Table
        title={titles.components}
        columns={[of.name, of.role, of.owner, of.runbook]}
        rows={components.map((c) => [
          <bdi>{c.name}</bdi>,
          c.role,
          <bdi>{c.owner}</bdi>,
          c.runbook !== undefined && (
            <a href={c.runbook} target="_blank" rel="noreferrer noopener">
              {c.runbook}
            </a>
          ),
        ])}
      />
      <Table title={titles.links} columns={[of.name, of.link]} rows={links.map((l) => [<bdi>{l.name}</bdi>, <code>{l.url}</code>])} />
      <Table
        title={titles.muted}
        columns={[of.request, of.why]}
        rows={muted.map((m) => [
          <code>{[m.method, [m.status ?? []].flat().join(' '), `${m.host ?? '*'}${m.path ?? ''}`].filter((x) => x).join(' ')}</code>,
          <bdi>{m.why}</bdi>,
        ])}
      />
      <Table title={titles.firstParty} columns={[of.name]} rows={firstParty.map((host) => [<code>{host}</code>])} />
    </div>
  );
}
