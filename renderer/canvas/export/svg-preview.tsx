import { useCallback } from 'react';
import { svgBlob } from './png-of-svg.ts';

interface SvgPreviewProps {
  readonly svg: string;
  readonly alt: string;
}

/** A picture as an image: nothing in it can act. */
export function SvgPreview({ svg, alt }: SvgPreviewProps) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(svgBlob(svg));
      image.src = address;
      return () => {
        URL.revokeObjectURL(address);
      };
    },
    [svg],
  );
  return <img ref={show} alt={alt} />;
}
