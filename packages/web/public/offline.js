// The address is still the one that was asked for: as soon as the server answers, it is asked for again.
const again = () => location.reload();
document.getElementById('again')?.addEventListener('click', (event) => {
  event.preventDefault();
  again();
});
const look = async () => {
  try {
    const answer = await fetch('/health', { cache: 'no-store' });
    if (answer.ok) again();
  } catch {
    // Still away.
  }
};
setInterval(() => void look(), 2_000);
