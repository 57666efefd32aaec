/** Words of the team's knowledge. Back-ticks mark code. */
export const teamStrings = {
  teamIntro:
    'What your team knows of its own systems, as a JSON file to share. It takes part in every diagnosis, stays in this browser and is never sent anywhere.',
  teamFile: 'The file',
  teamUse: 'Use this file',
  teamImport: 'Open a file …',
  teamExport: 'Save as a file',
  teamRemove: 'Stop using it',
  teamExample: 'Begin with an example',
  teamWrong: (line: number, message: string) => `Line ${line}: ${message}`,
  teamGoTo: (line: number) => `Go to line ${line}`,
  teamUnread: 'The file could not be read.',
  teamTooLarge: 'The file is too large: a team’s file has at most 256 KB.',
  teamStates: {
    none: 'No file is in use.',
    used: 'This file is in use.',
    changed: 'Valid, and not in use yet.',
    unstored: 'In use until the panel closes: the browser did not store it.',
  },
  teamNamed: (name: string) => (name === '' ? 'In use' : `In use: ${name}`),
  teamNothing: 'It names nothing yet.',
  teamParts: { components: 'Components', links: 'Log links', firstParty: 'First-party hosts', muted: 'Expected failures' },
  teamColumns: { name: 'Name', role: 'Role', owner: 'Owner', runbook: 'Runbook', link: 'Link', request: 'Request', why: 'Why' },
  teamHelp: 'What may stand in it',
  teamHelpText: [
    '`components`: `name`, `role` (`edge`, `gateway`, `link`, `origin`, `function`, `application` or `client`), `owner`, `runbook`; `onPath`: what shows that it handled a response; `issued`: what only its own answers carry.',
    'A condition is a `header`, alone or with one of `is`, `has`, `starts`, `glob`; or a `body` text; or a `bodyGlob`. `*` stands for anything.',
    '`links`: `name` and `url`, in which `{id}`, `{from}`, `{to}`, `{host}` and `{path}` are filled in.',
    '`firstParty`: hosts of your own, never sorted below as a third party’s.',
    '`muted`: failures to expect, by `host`, `path`, `method` and `status`, with a `why`.',
  ],
} as const;
