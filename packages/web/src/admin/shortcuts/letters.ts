const REMEMBERED = 'nardeban.letters';

/**
 * Whether single letters are shortcuts on this device. Who dictates, or strikes keys by accident, can switch them off;
 * shortcuts with Ctrl stay.
 */
export function lettersWork(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) !== 'off';
  } catch {
    return true;
  }
}

export function letLettersWork(work: boolean): void {
  try {
    if (work) localStorage.removeItem(REMEMBERED);
    else localStorage.setItem(REMEMBERED, 'off');
  } catch {
    // A browser that keeps nothing has them on.
  }
}
