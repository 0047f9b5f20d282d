import communes from '../../../content/admin-units/communes.csv?raw';
import formerProvinces from '../../../content/admin-units/former-provinces.csv?raw';
import formerUnits from '../../../content/admin-units/former-units.csv?raw';
import provinces from '../../../content/admin-units/provinces.csv?raw';
import { listGround } from '../../../functions/directory/list-ground.ts';

export const prerender = true;

/** Every unit, so that a browser understands the name of a place without sending it (domain/unit-list.ts). */
export function GET(): Response {
  return Response.json(listGround({ provinces, communes, formerProvinces, formerUnits }));
}
