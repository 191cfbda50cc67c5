/*
 * Preloaded (`node --require`) into the processes that `baton dev` starts: when the parent is gone, also by SIGKILL, the
 * channel to it closes, and this process ends the way it would on SIGTERM.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening keeps the channel, and so the process, alive; it must end by itself when its work is done.
process.channel?.unref();
