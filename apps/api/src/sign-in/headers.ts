/** Header in which the server hands the caller's address on; what a caller sends under this name is thrown away. */
export const clientAddressHeader = 'x-sundown-client-address'

/** Header in which the server hands on the request's number, as the log has it. */
export const requestIdHeader = 'x-sundown-request-id'

/** Header of a caller that cannot take cookies, such as the portal's server; it prolongs no session, or the cookie would stay behind. */
export const withoutCookiesHeader = 'x-sundown-without-cookies'
