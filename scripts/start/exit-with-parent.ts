/** Preloaded into every child: when the launcher is gone, however it went, the child stops too. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
