const REMEMBERED = 'nardeban.side';

/** Whether this device last had the side bar folded away. */
export function foldedSide(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) === 'folded';
  } catch {
    return false;
  }
}

export function rememberFoldedSide(folded: boolean): void {
  try {
    if (folded) localStorage.setItem(REMEMBERED, 'folded');
    else localStorage.removeItem(REMEMBERED);
  } catch {
    // A browser that keeps nothing shows it unfolded.
  }
}
