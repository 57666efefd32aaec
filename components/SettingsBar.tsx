import { useApp } from './state';
import { strings } from './strings';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly names: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onPick: (value: T) => void;
}

function Choice<T extends string>({ label, names, value, onPick }: ChoiceProps<T>) {
  const all = Object.entries<string>(names) as [T, string][];
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={(event) => {
          const picked = all[event.currentTarget.selectedIndex];
          if (picked !== undefined) onPick(picked[0]);
        }}
      >
        {all.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The settings, in a bar of their own. */
export function SettingsBar() {
  const { settings, codes, teamShown } = useApp();
  const { theme, density, zone, hidePrivate } = settings.value.value;
  return (
    <fieldset class="bar settings">
      <legend class="quiet">{strings.settings}</legend>
      <Choice label={strings.theme} names={strings.themes} value={theme} onPick={(v) => settings.change({ theme: v })} />
      <Choice label={strings.density} names={strings.densities} value={density} onPick={(v) => settings.change({ density: v })} />
      <Choice label={strings.zone} names={strings.zones} value={zone} onPick={(v) => settings.change({ zone: v })} />
      <label class="check">
        <input type="checkbox" checked={hidePrivate} onChange={(event) => settings.change({ hidePrivate: event.currentTarget.checked })} />
        {strings.hidePrivate}
      </label>
      <button
        type="button"
        class="ib"
        aria-pressed={teamShown.value}
        title={strings.teamHint}
        onClick={() => {
          codes.value = null;
          teamShown.value = !teamShown.value;
        }}
      >
        {strings.team}
      </button>
    </fieldset>
  );
}
