const GAP = 4;

/** Shows a menu over everything else, beside its button: below it, or where there is more room, and never beyond the window. */
export function showMenu(menu: HTMLElement, button: HTMLElement): void {
  menu.showPopover();
  const at = button.getBoundingClientRect();
  const below = innerHeight - at.bottom - 2 * GAP;
  const { width, height } = menu.getBoundingClientRect();
  const top = height <= below ? at.bottom + GAP : at.top - GAP - height;
  menu.style.top = `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`;
  menu.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`;
}
