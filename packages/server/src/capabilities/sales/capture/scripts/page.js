// On the form's own page: does the work while somebody types, so that the page need not be shown a second time.
var form = document.querySelector('form[data-proof]');
if (form) {
  var field = form.elements.nb_proof;
  var sent = 0;
  prove(form.elements.nb_stamp.value, function (proof) {
    field.value = proof;
    if (sent) form.submit();
  });
  form.addEventListener('submit', function (event) {
    if (field.value) return;
    event.preventDefault();
    sent = 1;
  });
}
