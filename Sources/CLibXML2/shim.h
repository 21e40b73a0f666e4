/* No more of libxml2 than is used: Debian's build pulls ICU's headers in through
   <libxml/encoding.h>, and those clash with Foundation's. ICU's C API is hidden here. */
#ifndef HEARSAY_LIBXML2_SHIM_H
#define HEARSAY_LIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#ifdef LIBXML_ICU_ENABLED
#undef LIBXML_ICU_ENABLED
#endif
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/HTMLparser.h>

#endif
