import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Code, StatusCode, Vendor } from '../diagnosis';
import { codeOf, searchCodes, unfilled, vendorCodes, vendorsFor } from './codes';
import { Icon } from './Icon';
import { knowledge } from './knowledge';
import { useApp } from './state';
import { strings } from './strings';
import { Text } from './Text';

const ROWS = ['meaning', 'whoFailed', 'issuedBy', 'likelyCause', 'lookFirst', 'logs'] as const;

/** All 5xx codes: searched, read one by one, or two side by side; in general and by a vendor's own table. */
export function CodeBrowser() {
  const state = useApp();
  const { codes } = state;
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    search.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const view = codes.value;
  if (view === null || knowledge.value === null) return null;
  const close = (): void => {
    codes.value = null;
  };
  const found = searchCodes(query);
  const shown = [view.status, ...(view.other === null ? [] : [view.other])].map((status) => ({ status, code: codeOf(status) }));
  const choices = vendorsFor(
    shown.map((s) => s.status),
    view.vendor,
  );
  const vendor = knowledge.value.vendors.find((v) => v.id === view.vendor) ?? null;
  return (
    <section
      class="codes"
      aria-label={strings.codesTitle}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        close();
      }}
    >
      <nav aria-label={strings.codesTitle}>
        <button type="button" class="ib" onClick={close}>
          <Icon name="back" />
          {strings.back}
        </button>
        <input
          ref={search}
          class="filter"
          type="search"
          aria-label={strings.codeSearch}
          placeholder={strings.codeSearch}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <ul>
          {found.map((c) => (
            <li key={c.status}>
              <button
                type="button"
                class="code-name"
                aria-current={c.status === view.status ? 'page' : undefined}
                onClick={() => {
                  codes.value = { ...view, status: c.status, other: view.other === c.status ? null : view.other };
                }}
              >
                <b>{c.status}</b> {c.name}
              </button>
            </li>
          ))}
          {found.length === 0 && <li class="sub">{strings.noCode}</li>}
        </ul>
      </nav>
      <div class="page">
        <div class="pick">
          <label>
            {strings.compareWith}{' '}
            <select
              value={view.other ?? ''}
              onChange={(event) => {
                codes.value = { ...view, other: Number(event.currentTarget.value) || null };
              }}
            >
              <option value="">{strings.nothing}</option>
              {searchCodes('')
                .filter((c) => c.status !== view.status)
                .map((c) => (
                  <option key={c.status} value={c.status}>
                    {c.status} {c.name}
                  </option>
                ))}
            </select>
          </label>
          <label>
            {strings.vendor}{' '}
            <select
              value={vendor?.id ?? ''}
              onChange={(event) => {
                codes.value = { ...view, vendor: event.currentTarget.value || null };
              }}
            >
              <option value="">{strings.anyone}</option>
              {choices.map((v) => (
                <option key={v.id} value={v.id}>
                  {v.name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <table>
          <thead>
            <tr>
              <td />
              {shown.map(({ status, code }) => (
                <th key={status} scope="col">
                  <h2>
                    <span class="code">{status}</span> {code?.name}
                  </h2>
                  {code !== null && (
                    <a href={code.source} target="_blank" rel="noreferrer noopener">
                      {code.origin}
                    </a>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{strings.codeRows[row]}</th>
                {shown.map(({ status, code }) => (
                  <td key={status}>
                    <Text text={code?.[row] ?? (row === 'meaning' ? strings.codeNothing(status) : '')} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{strings.codeRows.steps}</th>
              {shown.map(({ status, code }) => (
                <td key={status}>
                  <StepList steps={code?.steps ?? []} />
                </td>
              ))}
            </tr>
            {vendor !== null && (
              <tr>
                <th scope="row">{strings.vendorRows(vendor.name)}</th>
                {shown.map(({ status }) => (
                  <td key={status}>
                    <VendorRows vendor={vendor} status={status} />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const StepList = ({ steps }: { readonly steps: StatusCode['steps'] }) => (
  <ol>
    {steps.map((step) => (
      <li key={step}>
        <Text text={step} />
      </li>
    ))}
  </ol>
);

function VendorRows({ vendor, status }: { readonly vendor: Vendor; readonly status: number }) {
  const rows = vendorCodes(vendor, status);
  if (rows.length === 0) return <p>{strings.vendorNothing(vendor.name, status)}</p>;
  return (
    <>
      {rows.map((row, i) => (
        <VendorRow key={`${i} ${row.cause}`} row={row} />
      ))}
    </>
  );
}

function VendorRow({ row }: { readonly row: Code }) {
  const names = row.code === undefined ? [] : typeof row.code === 'string' ? [row.code] : row.code;
  return (
    <div class="vendor-row">
      <p>
        {names.map((name) => (
          <code key={name}>{name}</code>
        ))}{' '}
        <b>{knowledge.value?.faults[row.fault].title}.</b> <Text text={row.cause} />
      </p>
      <p>
        {strings.lookFirst}: <Text text={row.look} />
      </p>
      {row.steps !== undefined && <StepList steps={row.steps.map((s) => unfilled(s.text))} />}
    </div>
  );
}
