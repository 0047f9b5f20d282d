/** The ways to save a code on this device: each is offered only where the browser has it. */
import { codeGroups, formatCode } from '../../domain/code.ts';
import { receiptMessages } from '../../words/vi.ts';
import { savingAbilities } from './receipt-abilities.ts';
import { slot } from './slots.ts';

/**
 * Shows the buttons of a receipt (Receipt.astro) that this browser can carry out, and says where some are missing. A
 * way that fails in spite of that disappears and gives way to copying by hand.
 *
 * @throws Error when the receipt lacks a place
 */
export function offerWaysToSave(receipt: ParentNode, code: string): void {
  const can = savingAbilities({
    userAgent: navigator.userAgent,
    hasClipboard: 'clipboard' in navigator && 'writeText' in navigator.clipboard,
    hasDownload: 'download' in HTMLAnchorElement.prototype,
    hasPrint: 'print' in window,
  });
  const told = slot(receipt, 'told');
  const offer = (name: string, isPossible: boolean, save: () => Promise<string>): void => {
    if (!isPossible) {
      slot(receipt, 'missing').hidden = false;
      return;
    }
    const place = slot(receipt, name);
    place.hidden = false;
    place.querySelector('button')?.addEventListener('click', () => {
      save().then(
        (sentence) => {
          told.textContent = sentence;
        },
        () => {
          place.hidden = true;
          told.textContent = receiptMessages.failed;
        },
      );
    });
  };

  offer('copy', can.copy, async () => {
    await navigator.clipboard.writeText(formatCode(code));
    return receiptMessages.copied;
  });
  offer('text', can.file, async () => {
    download(new Blob([`${formatCode(code)}\n`], { type: 'text/plain' }), receiptMessages.textName);
    return receiptMessages.file;
  });
  offer('image', can.file, async () => {
    download(await drawCode(code), receiptMessages.imageName);
    return receiptMessages.file;
  });
  offer('print', can.print, async () => {
    window.print();
    return '';
  });
  slot(receipt, 'files-hint').hidden = !can.file;
  offerQr(receipt, code, told);
  slot(receipt, 'ways').hidden = false;
}

/** The QR code needs no ability of the browser; its drawing is fetched when the button is pressed. */
function offerQr(receipt: ParentNode, code: string, told: HTMLElement): void {
  const place = slot(receipt, 'qr');
  const frame = slot(receipt, 'qr-frame');
  const button = place.querySelector('button');
  if (button === null) return;
  const label = button.textContent;
  place.hidden = false;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    if (!frame.hidden) {
      frame.hidden = true;
      frame.querySelector('svg')?.remove();
      button.textContent = label;
      button.setAttribute('aria-expanded', 'false');
      return;
    }
    import('./receipt-qr.ts').then(
      ({ drawQr }) => {
        frame.querySelector('svg')?.remove();
        frame.prepend(drawQr(code));
        frame.hidden = false;
        button.textContent = receiptMessages.qrHide;
        button.setAttribute('aria-expanded', 'true');
        told.textContent = '';
        frame.scrollIntoView({ block: 'nearest' });
      },
      () => {
        told.textContent = receiptMessages.qrFailed;
      },
    );
  });
}

/** The code in large groups, black on white, and nothing that says what it is. */
function drawCode(code: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 560;
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.reject(new Error('no canvas'));
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.font = 'bold 72px monospace';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const [index, group] of codeGroups(code).entries()) {
    pen.fillText([...group].join(' '), canvas.width / 2, 80 + index * 100);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no image'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** Saves a file. Its address is forgotten after a minute: some browsers ask the person for a place first. */
function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
