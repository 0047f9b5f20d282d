/**
 * "Near me" in the browser: asks for the position only when the button is pressed, and rounds it to about one
 * kilometre before it goes anywhere. Whatever goes wrong, nothing is sent and the box for typing a commune remains.
 * What it says stands in data attributes of the message, since words/ would outweigh the page.
 */
import { directoryPath } from '../../domain/paths.ts';
import { roughPointText } from '../../domain/rough-point.ts';

/** Roughly placed and ten minutes old is good enough to choose among communes; ten seconds is long to wait. */
const OPTIONS: PositionOptions = { enableHighAccuracy: false, maximumAge: 600_000, timeout: 10_000 };

type Saying = 'insecure' | 'unavailable' | 'waiting' | 'going' | 'denied' | 'timeout';

const box = document.getElementById('near-me');
const button = document.getElementById('near-me-button');
const message = document.getElementById('near-me-message');

if (box !== null && button !== null && message !== null) {
  box.hidden = false;
  let isWaiting = false;
  const say = (what: Saying): void => {
    message.textContent = message.dataset[what] ?? '';
  };
  button.addEventListener('click', () => {
    if (isWaiting) return;
    // Older in-app browsers have no geolocation at all; without https the newer ones refuse without asking.
    if (!isSecureContext) return say('insecure');
    if (!('geolocation' in navigator)) return say('unavailable');
    isWaiting = true;
    say('waiting');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        isWaiting = false;
        say('going');
        const gan = roughPointText({ lat: coords.latitude, lon: coords.longitude });
        const address = new URL(box.dataset.kept ?? directoryPath(), location.href);
        address.searchParams.set('gan', gan);
        location.assign(`${address.pathname}${address.search}#ket-qua`);
      },
      (error) => {
        isWaiting = false;
        say(reason(error));
      },
      OPTIONS,
    );
  });
}

function reason(error: GeolocationPositionError): Saying {
  if (error.code === error.PERMISSION_DENIED) return 'denied';
  return error.code === error.TIMEOUT ? 'timeout' : 'unavailable';
}
