'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { authRequest, findOrganisation, type Organisation } from '../session/index.ts'

export interface Account {
  readonly session: { readonly token: string }
  readonly user: {
    readonly name: string
    readonly email: string
    readonly emailVerified: boolean
    readonly twoFactorEnabled: boolean | null
    readonly locale: string | null
  }
}

export interface OwnSession {
  readonly token: string
  readonly userAgent: string | null
  readonly ipAddress: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

export interface OwnPasskey {
  readonly id: string
  readonly name: string | null
  readonly backedUp: boolean
  readonly createdAt: string | null
}

const accountKey = ['Account'] as const

/** The person who is signed in, with the present session. */
export const useAccount = () =>
  useQuery({ queryKey: [...accountKey, 'self'], queryFn: () => read<Account>('/get-session') })

/** Where the person is signed in, the latest first. */
export const useSessions = () =>
  useQuery({
    queryKey: [...accountKey, 'sessions'],
    queryFn: async () => {
      const sessions = await read<readonly OwnSession[]>('/list-sessions')
      return sessions.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    },
  })

/** Whether the person has a password; who came through an organisation may have none. */
export const useHasPassword = () =>
  useQuery({
    queryKey: [...accountKey, 'password'],
    queryFn: async () => {
      const accounts = await read<readonly { readonly providerId: string }[]>('/list-accounts')
      return accounts.some(({ providerId }) => providerId === 'credential')
    },
  })

/** The person's passkeys, the oldest first. */
export const usePasskeys = () =>
  useQuery({
    queryKey: [...accountKey, 'passkeys'],
    queryFn: async () => {
      const passkeys = await read<readonly OwnPasskey[]>('/passkey/list-user-passkeys')
      return passkeys.toSorted((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''))
    },
  })

/** The organisation of the person's e-mail domain, and whether the accounts are connected; null where there is none. */
export const useOrganisation = (email: string) =>
  useQuery({
    queryKey: [...accountKey, 'organisation', email],
    queryFn: async (): Promise<{ organisation: Organisation; isConnected: boolean } | null> => {
      const organisation = await findOrganisation(email)
      if (!organisation) return null
      const accounts = await read<readonly { readonly providerId: string }[]>('/list-accounts')
      const id = organisation.ref.split('.')[1]
      return { organisation, isConnected: accounts.some(({ providerId }) => providerId === `organisation ${id}`) }
    },
  })

/** Reads all of it again, after a change. */
export function useAccountChanged(): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: accountKey })
}

async function read<Data>(path: string): Promise<Data> {
  const answer = await authRequest<Data | null>(path)
  if (!answer.ok) throw new Error(answer.refusal)
  if (answer.data === null) throw new Error('SIGNED_OUT')
  return answer.data
}
