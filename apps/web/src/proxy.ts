import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { apiUrl, isDevelopment } from './env.ts'

/** Hands API paths to the API and gives every page its own nonce. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  if (isApiPath(pathname)) return NextResponse.rewrite(new URL(`${pathname}${search}`, apiUrl()))

  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce, isDevelopment)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', `${pathname}${search}`)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

const isApiPath = (pathname: string) =>
  pathname === '/graphql' ||
  pathname.startsWith('/graphql/') ||
  pathname.startsWith('/api/auth/') ||
  pathname.startsWith('/api/tenants/')

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|healthz).*)'] }
