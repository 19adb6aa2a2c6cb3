import { createHash } from 'node:crypto'
import type { AttemptRule, Attempts } from './attempts.ts'

/**
 * Too many wrong passwords for one account close the door for it, wherever they come from; the same for an account that is
 * none. Too many failures from one network address, over all accounts, close it for that address. What succeeds is never
 * counted, so that an office behind one address may sign in all at once.
 */
export interface SignInLock {
  readonly isShut: (email: string) => Promise<boolean>
  readonly isAddressShut: (address: string) => Promise<boolean>
  /** Counts a wrong password; answers whether it shut the door for the account. */
  readonly failed: (email: string, address: string) => Promise<boolean>
  /** Counts whatever else was shown wrongly: a code, a passkey. */
  readonly failedFrom: (address: string) => Promise<void>
  readonly succeeded: (email: string) => Promise<void>
}

export function createSignInLock(attempts: Attempts): SignInLock {
  return {
    isShut: (email) => attempts.isFull(accountKey(email), perAccount),
    isAddressShut: (address) => attempts.isFull(addressKey(address), perAddress),
    failed: async (email, address) => {
      await attempts.add(addressKey(address), perAddress)
      return attempts.add(accountKey(email), perAccount)
    },
    failedFrom: async (address) => {
      await attempts.add(addressKey(address), perAddress)
    },
    succeeded: (email) => attempts.clear(accountKey(email)),
  }
}

const perAccount: AttemptRule = { most: 20, seconds: 15 * 60 }
const perAddress: AttemptRule = { most: 60, seconds: 15 * 60 }

const accountKey = (email: string) => `sign-in ${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`
const addressKey = (address: string) => `sign-in-from ${networkOf(address)}`

/** One subscriber holds a whole /64 of IPv6. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
