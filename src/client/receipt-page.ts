/** A receipt that the server drew: where scripts run after all, they offer the ways to save its code. */
import { readCode } from '../../domain/code.ts';
import { offerWaysToSave } from './receipt-ways.ts';

const reading = readCode(document.querySelector('.code-groups')?.textContent ?? '');
if (reading.ok) offerWaysToSave(document, reading.code);
// After going back, the server says whether the code may still be shown.
addEventListener('pageshow', (event) => event.persisted && location.reload());
