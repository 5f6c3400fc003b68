// All that can be done with sessions; each use case has a file of its own.
export { keepAmendmentDraft, readAmendmentDraft } from './sessions/amendment-drafts.ts';
export { amendSession } from './sessions/amend-session.ts';
export { keepClosingDraft, readClosingDraft } from './sessions/closing-drafts.ts';
export { closeSession } from './sessions/close-session.ts';
export { leaveVeins } from './sessions/leave-veins.ts';
export { openBox } from './sessions/open-box.ts';
export { openSession } from './sessions/open-session.ts';
export { pauseSession, resumeSession } from './sessions/pause-session.ts';
export { readNextSession } from './sessions/read-next-session.ts';
export { readSession } from './sessions/read-session.ts';
export { readToday } from './sessions/read-today.ts';
export { recordInjection } from './sessions/record-injection.ts';
export { recordReaction } from './sessions/record-reaction.ts';
export { setSessionCap } from './sessions/set-session-cap.ts';
export { signSession } from './sessions/sign-session.ts';
export { strikeOutInjection } from './sessions/strike-out-injection.ts';
export { strikeOutReaction } from './sessions/strike-out-reaction.ts';
export { endWalk, startWalk } from './sessions/walk-after-session.ts';
