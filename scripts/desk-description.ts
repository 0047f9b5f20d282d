import { z } from 'zod';
import { OPERATOR_KINDS } from '../domain/desk-order.ts';
import { deskMaking } from '../words/vi-desk-making.ts';
import { CommandError } from './command-error.ts';

const sentence = z
  .string()
  .trim()
  .min(1)
  .max(600)
  .transform((text) => text.normalize('NFC'));

/** What a person reads of a desk before they choose it. */
const DeskDescriptionSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  name: sentence,
  operatorKind: z.enum(OPERATOR_KINDS),
  operator: sentence,
  duty: sentence,
  hours: sentence,
  areas: z.array(z.string().regex(/^(\d{2}|\d{5})$/)).default([]),
});

export type WrittenDesk = z.infer<typeof DeskDescriptionSchema>;

/**
 * Reads a desk's description.
 *
 * @throws CommandError that names each fault
 */
export function readDeskDescription(text: string): WrittenDesk {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CommandError(deskMaking.badFile('JSON'), { cause });
  }
  const read = DeskDescriptionSchema.safeParse(value);
  if (!read.success) throw new CommandError(deskMaking.badFile(z.prettifyError(read.error)));
  return read.data;
}
