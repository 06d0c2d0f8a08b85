import { keepBlob } from '../../../ui/keep-blob.ts';

/** Gives the reader a file that was made in the page. */
export function keepFile(name: string, text: string): void {
  keepBlob(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
