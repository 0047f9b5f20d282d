/**
 * "Near me" in the browser: asks for the position only when the button is pressed, and rounds it to about one
 * kilometre before it goes anywhere. Whatever goes wrong, nothing is sent and the box for typing a commune remains.
 */
import { directoryPath } from '../../domain/paths.ts';
import { roughPointText } from '../../domain/rough-point.ts';
import { nearMe as words } from '../../words/vi.ts';

/** Roughly placed and ten minutes old is good enough to choose among communes; ten seconds is long to wait. */
const OPTIONS: PositionOptions = { enableHighAccuracy: false, maximumAge: 600_000, timeout: 10_000 };

const box = document.getElementById('near-me');
const button = document.getElementById('near-me-button');
const message = document.getElementById('near-me-message');

if (box !== null && button !== null && message !== null) {
  box.hidden = false;
  let isWaiting = false;
  const say = (text: string): void => {
    message.textContent = text;
  };
  button.addEventListener('click', () => {
    if (isWaiting) return;
    // Older in-app browsers have no geolocation at all; without https the newer ones refuse without asking.
    if (!isSecureContext) return say(words.insecure);
    if (!('geolocation' in navigator)) return say(words.unavailable);
    isWaiting = true;
    say(words.waiting);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        isWaiting = false;
        say(words.going);
        const gan = roughPointText({ lat: coords.latitude, lon: coords.longitude });
        location.assign(`${directoryPath({ gan })}#ket-qua`);
      },
      (error) => {
        isWaiting = false;
        say(reason(error));
      },
      OPTIONS,
    );
  });
}

function reason(error: GeolocationPositionError): string {
  if (error.code === error.PERMISSION_DENIED) return words.denied;
  return error.code === error.TIMEOUT ? words.timeout : words.unavailable;
}
