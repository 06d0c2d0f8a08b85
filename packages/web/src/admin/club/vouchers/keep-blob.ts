/** Gives the reader a file that came from the server. */
export function keepBlob(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click; a large file takes it a while.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
