/** content/legal/ as scripts/law/read-law.ts read it when the site was built. */
declare module 'virtual:law' {
  export const documents: readonly import('./content-schemas/law.ts').LegalDocument[];
  export const provisions: readonly import('./content-schemas/law.ts').LegalProvision[];
  export const questions: readonly import('./content-schemas/law-texts.ts').LawQuestion[];
  export const changes: readonly import('./content-schemas/law-texts.ts').LawChange[];
  export const terms: readonly import('./content-schemas/law-texts.ts').LawTerm[];
  export const registration: readonly import('./content-schemas/registration.ts').RegistrationStep[];
  export const sheet: readonly import('./content-schemas/registration.ts').SheetPart[];
}
