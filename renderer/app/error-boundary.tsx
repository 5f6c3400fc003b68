import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { failureOf } from '../api/failure-of.ts';
import { failureText } from '../text/failure-text.ts';
import { frameText } from '../text/frame-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  readonly onLeave: () => void;
}

/** The one place that a fault of a page, or a failed reading, reaches: the frame stays, and there is a way on. */
export function ErrorBoundary(props: ErrorBoundaryProps) {
  const { reset } = useQueryErrorResetBoundary();
  return <Boundary {...props} onAgain={reset} />;
}

interface BoundaryProps extends ErrorBoundaryProps {
  readonly onAgain: () => void;
}

interface BoundaryState {
  readonly fault: { readonly error: unknown } | null;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { fault: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { fault: { error } };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    const failure = failureOf(fault.error);
    const words =
      failure.code === 'internal'
        ? { what: frameText.broken, remedy: frameText.brokenHint }
        : failureText(failure);
    const again = () => {
      this.props.onAgain();
      this.setState({ fault: null });
    };
    return (
      <EmptyState
        title={words.what}
        action={
          <div style={{ display: 'flex', gap: 8 }}>
            <Button kind="main" onClick={again}>
              {frameText.tryAgain}
            </Button>
            <Button
              onClick={() => {
                this.props.onLeave();
                again();
              }}
            >
              {frameText.toToday}
            </Button>
          </div>
        }
      >
        {words.remedy}
      </EmptyState>
    );
  }
}
