/**
 * Lets the browser keep the page's own files, so that it opens at once the second time and says what is the matter
 * when the server is away. Answers of the server are never kept. Browsers allow it over TLS and on this machine.
 */
export function registerOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !isSecureContext) return;
  // The first visit's line and processor belong to what is seen.
  const register = () => {
    setTimeout(() => {
      navigator.serviceWorker.register('/offline-worker.js').catch(() => {
        // The page works without it.
      });
    }, 4_000);
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
