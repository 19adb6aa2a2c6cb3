'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { authRequest } from '../session/index.ts'

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
