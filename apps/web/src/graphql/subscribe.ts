'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { Client } from 'graphql-sse'
import { useEffect, useEffectEvent } from 'react'
import { operationName } from './execute.ts'
import type { TypedDocumentString } from './generated/graphql.ts'

let client: Promise<Client> | undefined

/** Listens while mounted; `null` variables listen to nothing. What a lost stream may have missed is asked again. */
export function useSubscription<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
  onData: (data: Data) => void,
  onConnected?: () => void,
): void {
  const queryClient = useQueryClient()
  const deliver = useEffectEvent(onData)
  const connected = useEffectEvent(() => onConnected?.())
  const key = variables === null ? null : JSON.stringify(variables)
  useEffect(() => {
    if (key === null) return
    let stop: (() => void) | undefined
    let stopped = false
    void streamClient().then((stream) => {
      if (stopped) return
      stop = stream.subscribe<Data>(
        { query: document.toString(), operationName: operationName(document), variables: JSON.parse(key) },
        {
          next: ({ data }) => {
            if (data) deliver(data)
          },
          error: () => undefined,
          complete: () => undefined,
        },
        {
          connected: (again) => {
            if (again) void queryClient.invalidateQueries()
            else connected()
          },
        },
      )
    })
    return () => {
      stopped = true
      stop?.()
    }
  }, [document, key, queryClient])
}

function streamClient(): Promise<Client> {
  client ??= import('./stream-client.ts').then(({ openStreamClient }) => openStreamClient())
  return client
}
