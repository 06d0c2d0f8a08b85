/** Gives the reader a file that was made in the page. */
export function keepFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click; a moment later nobody needs the address.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
