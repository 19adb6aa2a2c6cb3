import type { Locale } from '../locale.ts'
import type { Letter } from './post.ts'

interface Texts {
  readonly subject: string
  /** Paragraphs; a link stands alone on its line. */
  readonly body: readonly string[]
}

const letter = (to: string, { subject, body }: Texts): Letter => ({
  to,
  // A subject is one line, whatever an organisation is called.
  subject: subject.replaceAll(/\s+/g, ' '),
  text: `${[...body, 'Sundown'].join('\n\n')}\n`,
})

export interface Addressed {
  readonly to: string
  readonly locale: Locale
}

export function resetLetter({ to, locale, link }: Addressed & { readonly link: string }): Letter {
  const texts: Record<Locale, Texts> = {
    en: {
      subject: 'Choose a new password for Sundown',
      body: [
        'Somebody, probably you, asked for a new password. Choose it here within an hour:',
        link,
        'If it was not you, do nothing: your password stays as it is.',
      ],
    },
    da: {
      subject: 'Vælg en ny adgangskode til Sundown',
      body: [
        'Nogen, sandsynligvis dig, har bedt om en ny adgangskode. Vælg den her inden for en time:',
        link,
        'Var det ikke dig, skal du ikke gøre noget: Din adgangskode er uændret.',
      ],
    },
  }
  return letter(to, texts[locale])
}

export function changedLetter({ to, locale }: Addressed): Letter {
  const texts: Record<Locale, Texts> = {
    en: {
      subject: 'Your Sundown password was changed',
      body: [
        'The password of your account was changed just now.',
        'If it was not you, choose a new one at once by "Forgot your password?" on the sign-in page, and tell whoever runs Sundown.',
      ],
    },
    da: {
      subject: 'Din adgangskode til Sundown er ændret',
      body: [
        'Adgangskoden til din konto er lige blevet ændret.',
        'Var det ikke dig, så vælg straks en ny under "Glemt adgangskode?" på login-siden, og sig det til dem, der driver Sundown.',
      ],
    },
  }
  return letter(to, texts[locale])
}

export function passkeyLetter({ to, locale, change }: Addressed & { readonly change: 'added' | 'removed' }): Letter {
  const added = change === 'added'
  const texts: Record<Locale, Texts> = {
    en: {
      subject: `A passkey was ${change} ${added ? 'to' : 'from'} your Sundown account`,
      body: [
        `A passkey was ${change} ${added ? 'to' : 'from'} your account just now.`,
        'If it was not you, choose a new password at once by "Forgot your password?" on the sign-in page, look at the passkeys under "Your account", and tell whoever runs Sundown.',
      ],
    },
    da: {
      subject: added
        ? 'Din konto i Sundown har fået en adgangsnøgle'
        : 'En adgangsnøgle er fjernet fra din konto i Sundown',
      body: [
        added ? 'Din konto har lige fået en adgangsnøgle.' : 'En adgangsnøgle er lige blevet fjernet fra din konto.',
        'Var det ikke dig, så vælg straks en ny adgangskode under "Glemt adgangskode?" på login-siden, se adgangsnøglerne igennem under "Din konto", og sig det til dem, der driver Sundown.',
      ],
    },
  }
  return letter(to, texts[locale])
}

export function verifyLetter({ to, locale, link }: Addressed & { readonly link: string }): Letter {
  const texts: Record<Locale, Texts> = {
    en: {
      subject: 'Confirm your e-mail address for Sundown',
      body: ['Open this within an hour to confirm that the address is yours:', link],
    },
    da: {
      subject: 'Bekræft din e-mailadresse til Sundown',
      body: ['Åbn linket inden for en time for at bekræfte, at adressen er din:', link],
    },
  }
  return letter(to, texts[locale])
}

interface Invited extends Addressed {
  readonly link: string
  readonly tenant: string
  readonly inviter: string
  readonly until: Date
}

export function invitationLetter({ to, locale, link, tenant, inviter, until }: Invited): Letter {
  const day = until.toLocaleDateString(locale === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  const texts: Record<Locale, Texts> = {
    en: {
      subject: `Join ${tenant} in Sundown`,
      body: [
        `${inviter} has invited you to ${tenant}. Open this to join, by ${day}:`,
        link,
        'If you did not expect this, do nothing.',
      ],
    },
    da: {
      subject: `Bliv en del af ${tenant} i Sundown`,
      body: [
        `${inviter} har inviteret dig til ${tenant}. Åbn linket for at være med, senest ${day}:`,
        link,
        'Havde du ikke ventet det, skal du ikke gøre noget.',
      ],
    },
  }
  return letter(to, texts[locale])
}
