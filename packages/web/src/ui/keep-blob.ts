/** Gives the reader a file to keep, wherever it was made. */
export function keepBlob(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it at its own pace; a large file takes it a while.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
