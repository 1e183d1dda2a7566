// Segmented choices: radio groups that look like one bar. What is chosen stands in the address, so a link keeps it.

export function chosen(name, fallback) {
  return new URLSearchParams(location.search).get(name) ?? fallback;
}

export function remember(name, value) {
  const query = new URLSearchParams(location.search);
  query.set(name, value);
  history.replaceState(null, '', `?${query}`);
}

/** Fills the group with options [{value, label}] and calls back on a change. Does nothing when they are unchanged. */
export function segments(group, name, options, value, onChange) {
  const signature = JSON.stringify([options, value]);
  if (group.dataset.signature === signature) {
    return;
  }
  group.dataset.signature = signature;
  const hadFocus = group.contains(document.activeElement);
  group.replaceChildren(...options.map((option) => segment(name, option, value, onChange)));
  if (hadFocus) {
    group.querySelector('input:checked')?.focus();
  }
}

function segment(name, option, value, onChange) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = name;
  input.value = option.value;
  input.checked = option.value === value;
  input.addEventListener('change', () => onChange(option.value));
  const text = document.createElement('span');
  text.textContent = option.label;
  label.append(input, text);
  return label;
}
