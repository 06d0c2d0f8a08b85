// The address is still the one that was asked for: as soon as the server answers, it is asked for again.
const again = () => location.reload();
document.getElementById('again')?.addEventListener('click', (event) => {
  event.preventDefault();
  again();
});
// A device that is a till sells without network as well.
try {
  const till = document.getElementById('till');
  if (till !== null) till.hidden = localStorage.getItem('nardeban.till') === null;
} catch {
  // A browser that keeps nothing is no till.
}
const look = async () => {
  try {
    const answer = await fetch('/health', { cache: 'no-store' });
    if (answer.ok) again();
  } catch {
    // Still away.
  }
};
setInterval(() => void look(), 2_000);
