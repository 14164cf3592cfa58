<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>Clear the text</source>
        <translation>清除文字</translation>
    </message>
</context>
<context>
    <name>Assumption</name>
    <message>
        <source>Cards: one of them was not recognised, or only its kind</source>
        <translation>显卡：有一张未能识别，或只认出类型</translation>
    </message>
    <message>
        <source>System memory: a usual size, nobody said how much it is</source>
        <translation>内存：采用常见大小，尚未指定实际容量</translation>
    </message>
    <message>
        <source>Memory bandwidth: %1, as usual for two channels; between %2 and %3</source>
        <translation>内存带宽：%1，双通道的常见值；介于 %2 和 %3 之间</translation>
    </message>
    <message>
        <source>Memory channels: %1</source>
        <translation>内存通道：%1</translation>
    </message>
    <message>
        <source>PCIe: the cards’ own link; a slot may be slower</source>
        <translation>PCIe：采用显卡自身的规格，插槽可能更慢</translation>
    </message>
    <message>
        <source>Used by the desktop: %1 of the first card</source>
        <translation>桌面占用：第一张显卡的 %1</translation>
    </message>
    <message>
        <source>Processor cores: %1</source>
        <translation>处理器核心数：%1</translation>
    </message>
    <message>
        <source>Disk speed: %1; between %2 and %3</source>
        <translation>磁盘速度：%1；介于 %2 和 %3 之间</translation>
    </message>
</context>
<context>
    <name>Axis</name>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory needed, by graphics card</source>
        <translation>各显卡所需的显存</translation>
    </message>
    <message>
        <source>Cards to compare</source>
        <translation>要比较的显卡</translation>
    </message>
    <message>
        <source>Use this card</source>
        <translation>改用此显卡</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>GPU memory needed, by task</source>
        <translation>各任务所需的显存</translation>
    </message>
    <message>
        <source>Tasks to compare</source>
        <translation>要比较的任务</translation>
    </message>
    <message>
        <source>Use this task</source>
        <translation>改用此任务</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>GPU memory needed, by weight format</source>
        <translation>各权重格式所需的显存</translation>
    </message>
    <message>
        <source>Weight formats to compare</source>
        <translation>要比较的权重格式</translation>
    </message>
    <message>
        <source>Use this weight format</source>
        <translation>改用此权重格式</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>GPU memory needed, by context length</source>
        <translation>各上下文长度所需的显存</translation>
    </message>
    <message>
        <source>Context lengths to compare</source>
        <translation>要比较的上下文长度</translation>
    </message>
    <message>
        <source>Use this context length</source>
        <translation>改用此上下文长度</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>GPU memory needed, by batch size</source>
        <translation>各批大小所需的显存</translation>
    </message>
    <message>
        <source>Batch sizes to compare</source>
        <translation>要比较的批大小</translation>
    </message>
    <message>
        <source>Use this batch size</source>
        <translation>改用此批大小</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>GPU memory needed, by KV cache type</source>
        <translation>各 KV 缓存类型所需的显存</translation>
    </message>
    <message>
        <source>KV cache types to compare</source>
        <translation>要比较的 KV 缓存类型</translation>
    </message>
    <message>
        <source>Use this KV cache type</source>
        <translation>改用此 KV 缓存类型</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理框架</translation>
    </message>
    <message>
        <source>GPU memory needed, by runtime</source>
        <translation>各推理框架所需的显存</translation>
    </message>
    <message>
        <source>Runtimes to compare</source>
        <translation>要比较的推理框架</translation>
    </message>
    <message>
        <source>Use this runtime</source>
        <translation>改用此推理框架</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>GPU memory needed, by model</source>
        <translation>各模型所需的显存</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>要比较的模型</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>改用此模型</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>GPU memory needed, by scenario</source>
        <translation>各场景所需的显存</translation>
    </message>
    <message>
        <source>Scenarios to compare</source>
        <translation>要比较的场景</translation>
    </message>
    <message>
        <source>Use this scenario</source>
        <translation>改用此场景</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>文件原样</translation>
    </message>
    <message>
        <source>%1, as stored</source>
        <translation>%1（文件原样）</translation>
    </message>
    <message>
        <source>This scenario</source>
        <translation>当前场景</translation>
    </message>
    <message>
        <source>%1 bits per weight</source>
        <translation>每权重 %1 比特</translation>
    </message>
    <message>
        <source>%1 per token</source>
        <translation>每词元 %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 参数</translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%Ln 个序列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>needs %1</source>
        <extracomment>the memory that the scenario needs: &quot;needs 20.5 GiB&quot;</extracomment>
        <translation>需要 %1</translation>
    </message>
    <message>
        <source>needs %1 (%2)</source>
        <extracomment>the memory that the scenario needs and the range of the estimate: &quot;needs 20.5 GiB (20.1–20.9 GiB)&quot;</extracomment>
        <translation>需要 %1（%2）</translation>
    </message>
    <message>
        <source>%1 short</source>
        <extracomment>memory that is left / missing on the card</extracomment>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>No row has this verdict</source>
        <translation>没有符合此结论的行</translation>
    </message>
    <message>
        <source>Add a card to compare</source>
        <translation>请添加要比较的显卡</translation>
    </message>
    <message numerus="yes">
        <source>%n fit(s)</source>
        <extracomment>number of rows with this verdict</extracomment>
        <translation>
            <numerusform>%n 项放得下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tight</source>
        <translation>
            <numerusform>%n 项紧张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) offload</source>
        <translation>
            <numerusform>%n 项需借用内存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit</source>
        <translation>
            <numerusform>%n 项放不下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 项无法判定</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>%1 active</source>
        <extracomment>parameters that one token uses (mixture of experts)</extracomment>
        <translation>激活 %1</translation>
    </message>
    <message>
        <source>%1 of KV cache per token</source>
        <translation>每个词元的 KV 缓存 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>The weights alone are %1.</source>
        <translation>仅权重就有 %1。</translation>
    </message>
    <message>
        <source>%1 at first, %2 at full context</source>
        <extracomment>the need when a conversation begins and when its context is full, where the runtime&apos;s cache grows</extracomment>
        <translation>开始时 %1，用满上下文时 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not supported</source>
        <translation>
            <numerusform>%n 项不支持</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit or not supported</source>
        <translation>
            <numerusform>%n 项放不下或不支持</numerusform>
        </translation>
    </message>
    <message>
        <source>roughly %1</source>
        <extracomment>rough speed of training, of all cards together: &quot;roughly 1,240 tok/s (900–1,600)&quot;</extracomment>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 per user</source>
        <extracomment>speed of generating for each of several users: &quot;13 tok/s (11–15) per user&quot;</extracomment>
        <translation>每用户 %1</translation>
    </message>
    <message>
        <source>all %1 users together %2</source>
        <extracomment>speed of generating for all users together: number of users, &quot;52 tok/s&quot;</extracomment>
        <translation>%1 个用户合计 %2</translation>
    </message>
    <message>
        <source>first token after %1 (prompt of %2 tokens)</source>
        <extracomment>time until the answer begins, and the length of the prompt</extracomment>
        <translation>首词元约 %1（提示 %2 词元）</translation>
    </message>
    <message>
        <source>%1 at full context</source>
        <extracomment>speed of generating when the context is full</extracomment>
        <translation>上下文填满时 %1</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>The memory that this model needs is not known.</source>
        <translation>这个模型需要多少显存尚不清楚。</translation>
    </message>
    <message>
        <source>%1 usable</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>of usable memory</source>
        <translation>占可用显存</translation>
    </message>
    <message>
        <source>Usable memory</source>
        <translation>可用显存</translation>
    </message>
    <message>
        <source>Range of the estimate</source>
        <translation>估算区间</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a figure and the range that it lies in</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Share of the need</source>
        <translation>占总需求</translation>
    </message>
    <message>
        <source>Share of the usable memory</source>
        <translation>占可用显存</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>screen reader: row name, verdict, reason</extracomment>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2. Needs %3 of %4. %5.</source>
        <extracomment>screen reader: row name, verdict, need, usable memory, list of parts</extracomment>
        <translation>%1：%2。需要 %3，可用 %4。%5。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>screen reader: row name, verdict
----------
screen reader: what is said of a row&apos;s memory, its speed (&quot;RTX 4090 24 GB, Fits, 20.5 of 23.5 GiB, 52 tok/s&quot;)</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>screen reader: row name, verdict, need, usable memory (&quot;RTX 4090 24 GB, Fits, 20.5 of 23.5 GiB&quot;)</extracomment>
        <translation>%1，%2，需要 %3，可用 %4</translation>
    </message>
    <message>
        <source>At the first token</source>
        <translation>首个词元时</translation>
    </message>
    <message>
        <source>At full context</source>
        <translation>用满上下文时</translation>
    </message>
    <message>
        <source>Generating (decode)</source>
        <translation>解码（decode）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>All %1 users together</source>
        <translation>%1 个用户合计</translation>
    </message>
    <message>
        <source>Prompt (prefill)</source>
        <translation>预填充（prefill）</translation>
    </message>
    <message>
        <source>First token, prompt of %1</source>
        <translation>首词元（提示 %1）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Chosen now</source>
        <extracomment>beside the bar of the value that the scenario has now</extracomment>
        <translation>当前所选</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>While it answers, run: %1</source>
        <translation>在它回答时运行：%1</translation>
    </message>
    <message>
        <source>While it answers, look at the memory of %1 in Activity Monitor.</source>
        <translation>在它回答时，在“活动监视器”中查看 %1 的内存。</translation>
    </message>
    <message>
        <source>Card %1 (%2) should show %3 MiB.</source>
        <extracomment>number of a card or of several, name, range in MiB</extracomment>
        <translation>显卡 %1（%2）应显示 %3 MiB。</translation>
    </message>
    <message>
        <source>The process should take %1 MiB of system memory.</source>
        <translation>该进程应占用 %1 MiB 内存。</translation>
    </message>
    <message>
        <source>The log should say “%1”.</source>
        <translation>日志应写着“%1”。</translation>
    </message>
    <message>
        <source>Start it with %1, so that the log says the following.</source>
        <translation>启动时加上 %1，日志中才会有以下内容。</translation>
    </message>
    <message>
        <source>The log should say “%1”, then %2.</source>
        <extracomment>beginning of a line of a log, and the figure in it</extracomment>
        <translation>日志应写着“%1”，接着 %2。</translation>
    </message>
    <message>
        <source>The log&apos;s lines “%1” should add up to %2 MiB.</source>
        <extracomment>beginning of lines of a log, sum in MiB</extracomment>
        <translation>日志中“%1”各行合计应为 %2 MiB。</translation>
    </message>
    <message>
        <source>%1 should show “%2” as PROCESSOR and %3 as CONTEXT.</source>
        <extracomment>a command, what its columns PROCESSOR and CONTEXT show</extracomment>
        <translation>%1 的 PROCESSOR 应显示“%2”，CONTEXT 应显示 %3。</translation>
    </message>
    <message>
        <source>In Python, %1 should be %2 MiB.</source>
        <extracomment>an expression in Python, range in MiB</extracomment>
        <translation>在 Python 中，%1 应为 %2 MiB。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Language: zh_TW, zh_CN or en.</source>
        <translation>界面语言：zh_TW、zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Theme: light or dark.</source>
        <translation>主题：light（浅色）或 dark（深色）。</translation>
    </message>
    <message>
        <source>Size of the window or chart, such as 1280x800.</source>
        <translation>窗口或图表的大小，例如 1280x800。</translation>
    </message>
    <message>
        <source>Pixels of the exported chart for each point, 1 to 4.</source>
        <translation>导出图表的缩放倍数，1 到 4。</translation>
    </message>
    <message>
        <source>Write the chart as PNG and exit; needs no display.</source>
        <translation>将图表写成 PNG 后退出，无需显示器。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>The same as --scenario.</source>
        <translation>与 --scenario 相同。</translation>
    </message>
    <message>
        <source>--theme: “%1” is no theme. Choose light or dark.</source>
        <translation>--theme：没有“%1”这个主题，请选择 light 或 dark。</translation>
    </message>
    <message>
        <source>--language: “%1” is not available. Choose zh_TW, zh_CN or en.</source>
        <translation>--language：没有“%1”这种语言，请选择 zh_TW、zh_CN 或 en。</translation>
    </message>
    <message>
        <source>--size: “%1” is no size. Give width and height from %2 to %3, such as 1280x800.</source>
        <translation>--size：“%1”不是有效的大小，请给出 %2 到 %3 的宽和高，例如 1280x800。</translation>
    </message>
    <message>
        <source>--scale: “%1” is no scale. Give a number from 1 to 4.</source>
        <translation>--scale：“%1”不是有效的倍数，请给出 1 到 4 的数字。</translation>
    </message>
    <message>
        <source>One scenario at a time: %1 were given.</source>
        <translation>一次只能打开一个场景，却给出了 %1 个。</translation>
    </message>
    <message>
        <source>--export: the name of the file is missing.</source>
        <translation>--export：缺少文件名。</translation>
    </message>
    <message>
        <source>--scale needs --export.</source>
        <translation>--scale 需要与 --export 一起使用。</translation>
    </message>
    <message>
        <source>How much memory a large language model needs, and which GPUs can hold it.</source>
        <translation>大语言模型需要多少显存，以及哪些 GPU 放得下。</translation>
    </message>
    <message>
        <source>Open this scenario (*.vram.json, or a link vram-sizer:?…).</source>
        <translation>打开此场景（*.vram.json，或 vram-sizer:?… 链接）。</translation>
    </message>
    <message>
        <source>Write a report and exit; needs no display. The ending decides: pdf, html, md, csv, json, svg or png.</source>
        <translation>写出报告后退出，无需显示器。格式由扩展名决定：pdf、html、md、csv、json、svg 或 png。</translation>
    </message>
    <message>
        <source>Unit of memory: GiB or GB.</source>
        <translation>显存单位：GiB 或 GB。</translation>
    </message>
    <message>
        <source>--unit: “%1” is no unit. Choose GiB or GB.</source>
        <translation>--unit：没有“%1”这个单位，请选择 GiB 或 GB。</translation>
    </message>
    <message>
        <source>--report: “%1” does not say what to write. Let it end in %2.</source>
        <translation>--report：从“%1”看不出格式，扩展名请用 %2。</translation>
    </message>
    <message>
        <source>--unit needs --export or --report.</source>
        <translation>--unit 需要与 --export 或 --report 一起使用。</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%Ln 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%Ln 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no model size. Type one from %2 to %3, such as 7b or 70 B.</source>
        <translation>“%1”不是有效的模型规模，请输入 %2 到 %3，例如 7b 或 70 B。</translation>
    </message>
    <message>
        <source>“%1” is no batch size. Type a whole number from %2 to %3.</source>
        <translation>“%1”不是有效的批大小，请输入 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>“%1” is no length. Type a number of tokens, such as 8192, 32k or 1m.</source>
        <translation>“%1”不是有效的长度，请输入词元数，例如 8192、32k 或 1m。</translation>
    </message>
    <message>
        <source>“%1” is no rank. Type a whole number from %2 to %3.</source>
        <translation>“%1”不是秩。请输入 %2 到 %3 的整数。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>, </source>
        <extracomment>between names in a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1). Correct the text there.</source>
        <translation>这不是有效的 JSON（%1），请修正该处的文本。</translation>
    </message>
    <message>
        <source>The key “%1” is not known here. Correct or remove it.</source>
        <translation>此处没有“%1”这个键，请更正或删除。</translation>
    </message>
    <message>
        <source>The key “%1” is missing. Add it.</source>
        <translation>缺少键“%1”，请补上。</translation>
    </message>
    <message>
        <source>The value has the wrong type: expected %1, found %2.</source>
        <translation>值的类型不对：应为%1，实际为%2。</translation>
    </message>
    <message>
        <source>%1 is out of range. Choose a value from %2 to %3.</source>
        <translation>%1 超出范围，请选择 %2 到 %3 之间的值。</translation>
    </message>
    <message>
        <source>%1 is not a finite number. Give an ordinary number.</source>
        <translation>%1 不是有限的数值，请给出普通的数字。</translation>
    </message>
    <message>
        <source>The value “%1” is not known here.</source>
        <translation>此处没有“%1”这个值。</translation>
    </message>
    <message>
        <source>No model is called “%1”.</source>
        <translation>没有名为“%1”的模型。</translation>
    </message>
    <message>
        <source>No GPU is called “%1”.</source>
        <translation>没有名为“%1”的 GPU。</translation>
    </message>
    <message>
        <source>No weight format is called “%1”.</source>
        <translation>没有名为“%1”的权重格式。</translation>
    </message>
    <message>
        <source>%2 has no KV cache type “%1”.</source>
        <translation>%2 没有“%1”这种 KV 缓存类型。</translation>
    </message>
    <message>
        <source>No runtime is called “%1”.</source>
        <translation>没有名为“%1”的推理框架。</translation>
    </message>
    <message>
        <source>This is schema %1; this version reads up to schema %2. Update the program.</source>
        <translation>这是第 %1 版格式，本版程序最多读到第 %2 版，请更新程序。</translation>
    </message>
    <message>
        <source>A model from a “%1” cannot be read yet. Choose one of the list or give its size.</source>
        <translation>目前还不能从“%1”读取模型，请从列表中选择，或直接给出规模。</translation>
    </message>
    <message>
        <source>The result is too large to be computed (%1). Choose a smaller model, context or batch.</source>
        <translation>结果过大，无法计算（%1），请选择更小的模型、上下文或批大小。</translation>
    </message>
    <message>
        <source>“%1” stands twice. Remove or rename one of them.</source>
        <translation>“%1”出现了两次，请删除其中一个或改名。</translation>
    </message>
    <message>
        <source>Two values do not agree (%1): %2 and %3.</source>
        <translation>两个值互相矛盾（%1）：%2 与 %3。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>It is too large (%1); at most %2 are read.</source>
        <translation>文件过大（%1），最多只读取 %2。</translation>
    </message>
    <message>
        <source>This does not agree with the rest: %1.</source>
        <translation>这与其他内容矛盾：%1。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是不是要找 %1？</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>可用的有：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences, one after the other</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>where the error is (a path such as machine.gpus[1].name), and the sentence about it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This is no %1 file; it looks like %2.</source>
        <translation>这不是 %1 文件，看起来是%2。</translation>
    </message>
    <message>
        <source>The file ends too early: %1 should follow, %2 are left. Download it again.</source>
        <translation>文件过早结束：后面应有 %1，只剩 %2。请重新下载。</translation>
    </message>
    <message>
        <source>The runtime %1 cannot be sized yet. Choose one of the list.</source>
        <translation>目前还不能估算推理框架 %1，请从列表中选一个。</translation>
    </message>
    <message>
        <source>This %1 file is for big-endian computers, which are not supported.</source>
        <translation>这个 %1 文件用于大端序（big-endian）计算机，不受支持。</translation>
    </message>
    <message>
        <source>%1 is being read …</source>
        <translation>正在读取 %1……</translation>
    </message>
    <message>
        <source>The architecture %1 is not known, and its configuration alone does not tell how large the weights are. Open the model&apos;s files instead.</source>
        <translation>不认识 %1 架构，只凭配置文件无法知道权重有多大。请改为打开模型的文件。</translation>
    </message>
    <message>
        <source>“%1” is no address of a model (%2). Paste the address of its page, or write hf:organisation/name or ms:organisation/name.</source>
        <translation>“%1”不是模型的地址（%2）。请粘贴模型页面的地址，或输入 hf:组织/名称、ms:组织/名称。</translation>
    </message>
    <message>
        <source>%1 is not there. Check the name.</source>
        <translation>找不到 %1。请检查名称。</translation>
    </message>
    <message>
        <source>Your token was not accepted for %1. Make a new one, or give it the right to read this repository.</source>
        <translation>%1 不接受您的令牌。请创建新的令牌，或授予它读取此仓库的权限。</translation>
    </message>
    <message>
        <source>%1 has trouble of its own (status %2). Try again later.</source>
        <translation>%1 的服务器出现问题（状态码 %2）。请稍后再试。</translation>
    </message>
    <message>
        <source>%1 sends whole files only, so that a header cannot be read by itself. Use another mirror.</source>
        <translation>%1 只能发送整个文件，无法单独读取文件头。请换用其他镜像站。</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds. Try again, or use a mirror.</source>
        <translation>%1 在 %2 秒内没有响应。请重试，或使用镜像站。</translation>
    </message>
    <message>
        <source>The server wanted to lead to %1, which was refused (%2).</source>
        <translation>服务器要求跳转到 %1，已拒绝（%2）。</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense (%1). Perhaps a log-in page of your network stands in between.</source>
        <translation>服务器的响应无法理解（%1）。可能是您网络的登录页面挡在中间。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 has no GGUF, safetensors or PyTorch files. Choose another repository.</source>
        <translation>%1 没有 GGUF、safetensors 或 PyTorch 文件。请选择其他仓库。</translation>
    </message>
    <message>
        <source>%1 has several models. Name one of its files.</source>
        <translation>%1 有多个模型。请指明其中一个文件。</translation>
    </message>
    <message>
        <source>%1 has not been read on this computer yet. Open it with File &gt; Open from Hugging Face or ModelScope.</source>
        <translation>本机尚未读取过 %1。请通过“文件 &gt; 从 Hugging Face 或 ModelScope 打开”来打开它。</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2). Check the network, or set HF_ENDPOINT to a mirror that you can reach.</source>
        <translation>无法连接 %1（%2）。请检查网络，或将 HF_ENDPOINT 设为能访问的镜像站。</translation>
    </message>
    <message>
        <source>%1 is a gated repository. Ask for access on its page, then set HF_TOKEN to a token of your account and start the program again.</source>
        <translation>%1 是需申请授权的仓库。请先在其页面申请访问权限，再将 HF_TOKEN 设为您账号的令牌，然后重新启动程序。</translation>
    </message>
    <message>
        <source>%1 does not exist or is private. Check the name; for a private repository set HF_TOKEN to a token of your account and start the program again.</source>
        <translation>%1 不存在或未公开。请检查名称；如果是私有仓库，请将 HF_TOKEN 设为您账号的令牌，然后重新启动程序。</translation>
    </message>
    <message>
        <source>%2 does not train models (task “%1”).</source>
        <translation>%2 不能训练模型（任务“%1”）。</translation>
    </message>
    <message>
        <source>The link cannot be opened (%1). Copy it again, whole.</source>
        <translation>无法打开此链接（%1）。请重新复制完整的链接。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>No rows to compare.</source>
        <translation>没有可比较的行。</translation>
    </message>
    <message>
        <source>VRAM Sizer %1 · %2</source>
        <extracomment>caption of an exported picture: program&apos;s version, date</extracomment>
        <translation>显存估算器 %1 · %2</translation>
    </message>
    <message>
        <source>The picture is too large for this computer&apos;s memory.</source>
        <translation>图片太大，这台计算机的内存放不下。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
    <message>
        <source>GPU memory needed, over the sequence length</source>
        <translation>所需显存随序列长度的变化</translation>
    </message>
    <message>
        <source>GPU memory needed, over the context</source>
        <translation>所需显存随上下文长度的变化</translation>
    </message>
    <message>
        <source>GPU memory needed, over the micro-batch</source>
        <translation>所需显存随微批次的变化</translation>
    </message>
    <message>
        <source>GPU memory needed, over the sequences</source>
        <translation>所需显存随并发序列数的变化</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>FinderText</name>
    <message>
        <source>Open: any use</source>
        <translation>开放：可任意使用</translation>
    </message>
    <message>
        <source>Commercial use under conditions: read the licence</source>
        <translation>商用须满足一定条件，请阅读许可证</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>不得用于商业用途</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <extracomment>cloud, type of the machine, its GPUs</extracomment>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>No model meets these conditions on this machine.</source>
        <translation>这台电脑上没有符合这些条件的模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) found.</source>
        <translation>
            <numerusform>找到 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Largest that fits: %1 in %2 (%3).</source>
        <extracomment>the model, its format, its parameters</extracomment>
        <translation>放得下的最大模型：%1，格式 %2（%3）。</translation>
    </message>
    <message>
        <source>No GPU of the catalogue holds this question on its own memory, not even eight of a kind.</source>
        <translation>目录里没有任何显卡的显存放得下这个组合，同款八张也不行。</translation>
    </message>
    <message>
        <source>Smallest that fits: %1.</source>
        <translation>放得下的最小选择：%1。</translation>
    </message>
    <message>
        <source>Cheapest that fits: %1, launch price %2.</source>
        <translation>放得下的最便宜选择：%1，首发价格 %2。</translation>
    </message>
    <message>
        <source>Most tokens for each watt: %1.</source>
        <translation>每瓦产出词元最多：%1。</translation>
    </message>
    <message>
        <source>Smallest cloud machine: %1.</source>
        <translation>最小的云实例：%1。</translation>
    </message>
    <message>
        <source>%1 of the %2 cards that fit alone have no known price.</source>
        <translation>单张就放得下的 %2 款显卡中，有 %1 款查不到首发价格。</translation>
    </message>
</context>
<context>
    <name>GpuClass</name>
    <message>
        <source>Consumer</source>
        <translation>消费级</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>笔记本电脑</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>数据中心</translation>
    </message>
    <message>
        <source>System on chip</source>
        <translation>片上系统</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>too slow to be of use</source>
        <translation>慢得没法用</translation>
    </message>
    <message>
        <source>%1 are missing</source>
        <translation>还差 %1</translation>
    </message>
    <message>
        <source>%1 stay free</source>
        <translation>还剩 %1</translation>
    </message>
</context>
<context>
    <name>JsonType</name>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>UTF-8 text</source>
        <translation>UTF-8 文本</translation>
    </message>
    <message>
        <source>other bytes</source>
        <translation>其他字节</translation>
    </message>
    <message>
        <source>plain file name</source>
        <translation>普通的文件名</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>No row to draw.</source>
        <translation>没有可绘制的行。</translation>
    </message>
    <message>
        <source>Upper end of the estimate</source>
        <translation>估算上限</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <extracomment>a label at the edge of a chart: the name of a graphics card and how many others have their line there</extracomment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>beyond the model&apos;s limit</source>
        <extracomment>at the part of an axis beyond the context that a model was made for; keep it short</extracomment>
        <translation>超出模型上限</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>micro-batch %1</source>
        <translation>微批次 %1</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>a value of the axis, the need there, the verdict: &quot;8,192 tokens: 10.4 GiB, Fits&quot;</extracomment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>legend: a part of the memory and its size at the value that is looked at</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 usable</source>
        <translation>%1：可用 %2</translation>
    </message>
    <message>
        <source>%1: %2 usable, too little for any value</source>
        <translation>%1：可用 %2，任何取值都放不下</translation>
    </message>
    <message>
        <source>%1: %2 usable, enough for the whole axis</source>
        <translation>%1：可用 %2，整个坐标轴范围都放得下</translation>
    </message>
    <message>
        <source>%1: %2 usable, enough up to %3</source>
        <translation>%1：可用 %2，最多放得下 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>where the need crosses a card&apos;s memory: the memory, the value of the axis (&quot;24 GB: 41K&quot;)</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. From %2 to %3 the need grows from %4 to %5.</source>
        <translation>%1。从 %2 到 %3，需求由 %4 增长到 %5。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>MachineReason</name>
    <message>
        <source>no permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>reading failed</source>
        <translation>读取失败</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>没有及时响应</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>链接形成循环</translation>
    </message>
</context>
<context>
    <name>MachineTrouble</name>
    <message>
        <source>No graphics card was found.</source>
        <translation>未找到显卡。</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but not the program %1: name and memory of the card are not known.</source>
        <translation>有 NVIDIA 显卡，但没有程序 %1，因此不知道显卡的名称和显存容量。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 运行失败：%2</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds.</source>
        <translation>%1 在 %2 秒内没有响应。</translation>
    </message>
    <message>
        <source>An answer of %1 makes no sense: “%2”</source>
        <translation>无法理解 %1 的输出：“%2”</translation>
    </message>
    <message>
        <source>“%1” is not among the known cards. Choose the card most like it.</source>
        <translation>列表中没有“%1”。请选择最接近的显卡。</translation>
    </message>
    <message>
        <source>%1 has %3 of memory, unlike any card of this name that is known. The nearest is %2.</source>
        <translation>%1 有 %3 显存，与列表中同名的显卡都不同。最接近的是 %2。</translation>
    </message>
    <message>
        <source>The memory of %1 is not known.</source>
        <translation>不知道 %1 的显存容量。</translation>
    </message>
    <message>
        <source>%1 is split (MIG): a program gets one slice of it, not the whole card.</source>
        <translation>%1 已切分（MIG）：程序只能用到其中一份，而不是整张卡。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 says “%2”, which cannot be. It is left out.</source>
        <translation>%1 的值“%2”不合理，已忽略。</translation>
    </message>
    <message>
        <source>The size of the system memory is not known.</source>
        <translation>不知道内存的大小。</translation>
    </message>
    <message>
        <source>The type of the system memory is not known.</source>
        <translation>不知道内存的类型。</translation>
    </message>
    <message>
        <source>Only the administrator may read the type of the system memory (%1).</source>
        <translation>只有管理员可以读取内存的类型（%1）。</translation>
    </message>
    <message>
        <source>There is memory of several types: %1. The slowest counts: %2.</source>
        <translation>有多种内存：%1。以最慢的为准：%2。</translation>
    </message>
    <message>
        <source>The number of processor cores is not known.</source>
        <translation>不知道处理器的核心数。</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>A generic model: its layout is interpolated from real models of this size.</source>
        <translation>这是通用模型：结构由相近规模的真实模型插值得出。</translation>
    </message>
    <message>
        <source>The context of %1 tokens is longer than the %2 the model was made for.</source>
        <translation>上下文为 %1 个词元，超过模型设计的 %2。</translation>
    </message>
    <message>
        <source>%1 does not run on %2.</source>
        <translation>%1 无法在 %2 上运行。</translation>
    </message>
    <message>
        <source>%2 cannot use the format %1 on %3.</source>
        <translation>%2 无法在 %3 上使用 %1 格式。</translation>
    </message>
    <message>
        <source>The size of this model&apos;s cache is not known, so nobody can say whether it fits.</source>
        <translation>这个模型的缓存大小未知，因此无法判定能否放下。</translation>
    </message>
    <message>
        <source>The usable memory of this card is not measured: it is estimated from its class.</source>
        <translation>这张卡的可用显存没有实测值，按同类显卡估算。</translation>
    </message>
    <message>
        <source>The weights are sized by average bits per weight, so they are given as a range.</source>
        <translation>权重按平均每权重比特数估算，因此以区间表示。</translation>
    </message>
    <message>
        <source>The KV cache is larger than the weights: a shorter context, a smaller batch or a quantized cache saves most.</source>
        <translation>KV 缓存比权重还大：缩短上下文、减小批大小或量化缓存最省显存。</translation>
    </message>
    <message>
        <source>%1 of %2 layers fit on the card, the others run from system memory, slower.</source>
        <translation>%2 层中有 %1 层能放进显卡，其余从内存运行，速度较慢。</translation>
    </message>
    <message>
        <source>Card and system memory together are too small.</source>
        <translation>显卡加上内存仍然不够。</translation>
    </message>
    <message>
        <source>No graphics card: everything runs from system memory.</source>
        <translation>没有显卡：全部从内存运行。</translation>
    </message>
    <message>
        <source>Unified memory: the system lets the GPU use %1 of it by default.</source>
        <translation>统一内存：系统默认允许 GPU 使用其中的 %1。</translation>
    </message>
    <message>
        <source>llama.cpp has no GGUF support for the architecture of %1.</source>
        <translation>llama.cpp 的 GGUF 不支持 %1 的架构。</translation>
    </message>
    <message>
        <source>A quantized V cache needs flash attention: switch it on or choose f16 for V.</source>
        <translation>量化的 V 缓存需要 flash attention：请开启，或将 V 改为 f16。</translation>
    </message>
    <message>
        <source>The vision part of the model is not counted.</source>
        <translation>未计入模型的视觉部分。</translation>
    </message>
    <message>
        <source>%1 of memory is missing.</source>
        <translation>还差 %1 显存。</translation>
    </message>
    <message>
        <source>%2 cannot load the format %1.</source>
        <translation>%2 无法加载 %1 格式。</translation>
    </message>
    <message>
        <source>The runtime reserves the rest of the card for its KV cache: room for %1 tokens, that is for %2 requests of this context at once.</source>
        <translation>推理框架会把显卡剩余空间预留给 KV 缓存，可放 %1 个词元（token），即同时 %2 个此上下文长度的请求。</translation>
    </message>
    <message>
        <source>%1 has another vocabulary: its drafts cannot be verified by this model.</source>
        <translation>%1 的词表不同：该模型无法验证它草拟的词元。</translation>
    </message>
    <message>
        <source>The KV cache that the runtime reserves holds %1 of %2 requests of this context: give the runtime a larger share of the card.</source>
        <translation>推理框架预留的 KV 缓存只能放下 %2 个此上下文长度请求中的 %1 个，请让推理框架使用显卡更多的显存。</translation>
    </message>
    <message>
        <source>The attention heads do not divide evenly among the cards: the runtime refuses this split.</source>
        <translation>注意力头无法平均分给各张卡，推理框架不接受这种分法。</translation>
    </message>
    <message>
        <source>%1 is not sized without a graphics card.</source>
        <translation>不估算 %1 在没有显卡时的用量。</translation>
    </message>
    <message>
        <source>The file does not tell how its cache is laid out (%1). Only the weights are known.</source>
        <translation>文件没有说明缓存的布局（%1），只知道权重的大小。</translation>
    </message>
    <message>
        <source>Some layers keep only a sliding window, but nothing says which (%1). Only the weights are known.</source>
        <translation>有些层只保留滑动窗口，但文件没有说是哪些层（%1），只知道权重的大小。</translation>
    </message>
    <message>
        <source>The file does not say all that sizes its cache; the rest is taken as usual for the architecture %1.</source>
        <translation>文件没有给出决定缓存大小的全部信息，其余按 %1 架构的惯例补上。</translation>
    </message>
    <message>
        <source>The file is from before compressed caches (%1 is missing): its cache is many times as large as that of a newer file of this model.</source>
        <translation>这个文件早于压缩缓存（缺少 %1）：它的缓存是同一模型较新文件的许多倍。</translation>
    </message>
    <message>
        <source>The file contradicts itself: %1 is %2, its tensors have %3 experts.</source>
        <translation>文件前后矛盾：%1 为 %2，张量里却有 %3 个专家。</translation>
    </message>
    <message>
        <source>Some tensors of the file are not understood (%1): other formats than its own are sized by average bits per weight.</source>
        <translation>文件里有些张量无法识别（%1）：换成其他格式时，大小按平均每权重比特数估算。</translation>
    </message>
    <message>
        <source>%2 draft layers (%3) lie in the file and are not loaded for plain generation.</source>
        <translation>文件含有 %2 个草稿层（%3），普通生成时不会加载。</translation>
    </message>
    <message>
        <source>The files hold %2 parameters, %1 describes %3: other formats than the files&apos; own are sized by average bits per weight.</source>
        <translation>文件里有 %2 个参数，%1 描述的是 %3 个：文件自身以外的格式按平均每权重比特数估算。</translation>
    </message>
    <message>
        <source>%2 layers have no weights, the first of them %1: a file may be missing.</source>
        <translation>有 %2 层没有权重，第一个是 %1：可能缺少文件。</translation>
    </message>
    <message>
        <source>Nothing says how many bits a weight of %1 has; its parameters are counted with %2.</source>
        <translation>没有任何信息说明 %1 的每个权重是几比特；参数量按 %2 比特计算。</translation>
    </message>
    <message>
        <source>%1 has elements of the unknown type %2; their bytes are counted as they are.</source>
        <translation>%1 的元素为未知类型 %2；其字节数按实际计入。</translation>
    </message>
    <message>
        <source>%1 says %2, the files hold %3: the files are believed.</source>
        <translation>%1 写的是 %2，文件实际为 %3：以文件为准。</translation>
    </message>
    <message>
        <source>Index and files do not agree (first: %1): %2 tensors are elsewhere or missing, %3 are not listed.</source>
        <translation>索引与文件不一致（首处：%1）：%2 个张量位于别处或缺失，%3 个未列入索引。</translation>
    </message>
    <message>
        <source>PyTorch files are never opened: %2 by their sizes alone.</source>
        <translation>PyTorch 文件从不打开：仅按文件大小计为 %2。</translation>
    </message>
    <message>
        <source>The adapter has rank %2, %1 says %3: the tensors are believed.</source>
        <translation>适配器的秩为 %2，%1 写的是 %3：以张量为准。</translation>
    </message>
    <message>
        <source>%1 is no readable JSON: the adapter is described by its tensors alone.</source>
        <translation>%1 不是可读的 JSON：仅根据张量描述该适配器。</translation>
    </message>
    <message>
        <source>The architecture %1 is not known. It is sized as a usual decoder of these numbers.</source>
        <translation>不认识架构 %1，因此按这些数值当作普通的解码器估算。</translation>
    </message>
    <message>
        <source>The model has a sliding window of %2 tokens (%1), but llama.cpp keeps the whole context. Other runtimes keep less.</source>
        <translation>该模型有 %2 个词元的滑动窗口（%1），但 llama.cpp 会保留全部上下文；其他推理框架保留得更少。</translation>
    </message>
    <message>
        <source>The layout of the vision part (%1) is not known, so it is not counted.</source>
        <translation>视觉部分（%1）的结构未知，因此没有计入。</translation>
    </message>
    <message>
        <source>The layout of the audio part (%1) is not known, so it is not counted.</source>
        <translation>音频部分（%1）的结构未知，因此没有计入。</translation>
    </message>
    <message>
        <source>The quantization %2 (%1) cannot be sized. Choose the format that is nearest.</source>
        <translation>量化方式 %2（%1）无法估算，请选择最接近的格式。</translation>
    </message>
    <message>
        <source>%1 has no layers of multi-token prediction: nothing is added for them.</source>
        <translation>%1 没有多词元预测层：不另行计入。</translation>
    </message>
    <message>
        <source>%1 does not draft with the multi-token prediction layers of %2: nothing is added for them.</source>
        <translation>%1 不会用 %2 的多词元预测层起草：不另行计入。</translation>
    </message>
    <message>
        <source>With a draft model the layers of multi-token prediction are not used.</source>
        <translation>有草稿模型时，不使用多词元预测层。</translation>
    </message>
    <message>
        <source>For %1 several cards are sized with whole layers in turn, not with each layer shared out.</source>
        <translation>%1 搭配多张显卡时，按整层依次分配来计算，而不是把每一层拆开分摊。</translation>
    </message>
    <message>
        <source>%1 is sized as the sum of what it loads and generates: a rough figure.</source>
        <translation>%1 按所加载和生成内容的总和估算，仅为粗略数字。</translation>
    </message>
    <message>
        <source>The degrees of parallelism (together %1) do not divide %2 card(s), or the layers or experts do not suffice.</source>
        <translation>并行度（相乘为 %1）不能整除 %2 张卡，或层数、专家数不足。</translation>
    </message>
    <message>
        <source>The fullest of %2 pipeline stages is number %1.</source>
        <translation>%2 个流水线阶段中，最满的是第 %1 个。</translation>
    </message>
    <message>
        <source>%1 lie in system memory.</source>
        <translation>有 %1 放在内存中。</translation>
    </message>
    <message>
        <source>Rule of thumb: %3 to %4 × inference, here %2 ×.</source>
        <translation>经验法则：推理的 %3 到 %4 倍；这里是 %2 倍。</translation>
    </message>
    <message>
        <source>Activations, gradients, optimizer: %3 to %4 × the weights, here %2 ×.</source>
        <translation>经验法则：中间激活、梯度与优化器状态合计为权重的 %3 到 %4 倍；这里是 %2 倍。</translation>
    </message>
    <message>
        <source>System memory holds its part with little left: close other programs.</source>
        <translation>内存刚好放得下，所剩无几：请关闭其他程序。</translation>
    </message>
    <message>
        <source>%1 have no room in system memory and go to the swap area for every token, or the program is ended by the system.</source>
        <translation>有 %1 放不进内存，每生成一个 token 都要进出交换空间，或者程序会被系统终止。</translation>
    </message>
    <message>
        <source>%1 have no room in system memory: locking it there fails.</source>
        <translation>有 %1 放不进内存：锁定内存会失败。</translation>
    </message>
    <message>
        <source>%1 have no room in system memory: they would be read from the disk for every token.</source>
        <translation>有 %1 放不进内存：每生成一个 token 都要从磁盘读取。</translation>
    </message>
    <message>
        <source>The routed experts of %1 of %2 layers lie in system memory.</source>
        <translation>%2 层中有 %1 层的路由专家放在内存。</translation>
    </message>
    <message>
        <source>The KV cache lies in system memory: attention reads it from there.</source>
        <translation>KV 缓存放在内存，注意力从那里读取。</translation>
    </message>
    <message>
        <source>%1 of %2 layers stay on the card, the others wait in system memory and are copied to the card for every token.</source>
        <translation>%2 层中有 %1 层留在显卡上，其余放在内存，每生成一个 token 都要复制到显卡。</translation>
    </message>
    <message>
        <source>%1 key and value heads over %2 cards: several cards keep the same cache.</source>
        <translation>%1 个键值头分到 %2 张显卡：有几张卡会存放相同的缓存。</translation>
    </message>
    <message>
        <source>The degrees of parallelism ask for %1 cards, the machine has %2.</source>
        <translation>并行度需要 %1 张显卡，这台机器有 %2 张。</translation>
    </message>
    <message>
        <source>%1 of %2 cards stay empty with these degrees of parallelism.</source>
        <translation>在这样的并行度下，%2 张显卡中有 %1 张闲置。</translation>
    </message>
    <message>
        <source>Matrices are cut by rows over the cards, experts and cache are not.</source>
        <translation>矩阵按行切分到各张显卡，专家与缓存则不切分。</translation>
    </message>
    <message>
        <source>It fits with a larger share for the GPU: sudo sysctl iogpu.wired_limit_mb=%1 (until the next restart).</source>
        <translation>把 GPU 可用的份额调高就放得下：sudo sysctl iogpu.wired_limit_mb=%1（重启后失效）。</translation>
    </message>
    <message>
        <source>%1 has no options for experts or cache in system memory, rows and ratios: they are left out.</source>
        <translation>%1 没有把专家或缓存放在内存、按行切分及指定比例的选项：已略过。</translation>
    </message>
    <message>
        <source>It will swap: %1 find no room in system memory and are read from the disk again for every token.</source>
        <translation>会发生交换：有 %1 放不进内存，每生成一个 token 都要重新从磁盘读取。</translation>
    </message>
    <message>
        <source>%1 of %2 layers are on the card, as chosen; the others run from system memory, slower.</source>
        <translation>按设置，%2 层中有 %1 层在显卡上，其余从内存运行，速度较慢。</translation>
    </message>
</context>
<context>
    <name>Part</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>中间激活</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>运行时开销</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 适配器</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>VRAM: %1</source>
        <translation>显存：%1</translation>
    </message>
    <message>
        <source>RAM: %1</source>
        <translation>内存：%1</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>Without a layer on the GPU %1 of VRAM and %2 of RAM, with all %3 layers %4 of VRAM and %5 of RAM; %6 of VRAM are usable.</source>
        <translation>显卡上一层都不放时，需要显存 %1、内存 %2；%3 层全部放上时，需要显存 %4、内存 %5；可用显存为 %6。</translation>
    </message>
    <message>
        <source>Up to %1 layers fit.</source>
        <translation>最多放得下 %1 层。</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>VRAM %1</source>
        <translation>显存 %1</translation>
    </message>
    <message>
        <source>VRAM %1 of %2</source>
        <translation>显存 %1／%2</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>RAM %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>RAM %1 of %2</source>
        <translation>内存 %1／%2</translation>
    </message>
    <message>
        <source>%1 %2 ↑</source>
        <translation>%1 %2 ↑</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <extracomment>the end of an axis that counts layers: &quot;41 layers&quot;</extracomment>
        <translation>%1 层</translation>
    </message>
    <message>
        <source>%1 of %2 layers on the GPU</source>
        <translation>%2 层中有 %1 层在显卡上</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>layers of all layers, in a narrow box: &quot;33 of 41&quot;</extracomment>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>auto: %1</source>
        <extracomment>the number of layers that the program chooses, in a narrow box: &quot;auto: 33 of 41&quot;</extracomment>
        <translation>自动：%1</translation>
    </message>
    <message>
        <source>About %1 too much to be locked in RAM.</source>
        <translation>比内存能锁定的多出约 %1。</translation>
    </message>
    <message>
        <source>%1 of %2: fits</source>
        <translation>%2 中用 %1：放得下</translation>
    </message>
    <message>
        <source>%1 of %2: tight</source>
        <translation>%2 中用 %1：紧张</translation>
    </message>
    <message>
        <source>Close other programs first: with little more it would swap.</source>
        <translation>请先关闭其他程序：再多用一点就会发生交换。</translation>
    </message>
    <message>
        <source>%1 of %2: swaps</source>
        <translation>%2 中用 %1：会交换（swap）</translation>
    </message>
    <message>
        <source>About %1 find no room, so that the disk is read for every token.</source>
        <translation>约 %1 放不下，每个词元都要读磁盘。</translation>
    </message>
    <message>
        <source>About %1 find no room, so that the disk is read for every token: %2.</source>
        <translation>约 %1 放不下，每个词元都要读磁盘：%2。</translation>
    </message>
</context>
<context>
    <name>PlacementOption</name>
    <message>
        <source>Use at most</source>
        <translation>最多使用</translation>
    </message>
    <message>
        <source>Memory of every card that the model may take, such as 11.5 GiB of a card that the desktop needs as well</source>
        <translation>模型在每张卡上最多可用的显存，例如桌面也要用的卡只给 11.5 GiB</translation>
    </message>
    <message>
        <source>Experts in RAM</source>
        <translation>专家放内存</translation>
    </message>
    <message>
        <source>Layers whose experts lie in RAM while the rest of the layer is on the card (--n-cpu-moe): a token uses few of the experts, so that they are what costs least speed there</source>
        <translation>这么多层的专家放在内存中，该层其余部分仍在显卡上（--n-cpu-moe）：一个词元只用到少数专家，所以移走它们对速度影响最小</translation>
    </message>
    <message>
        <source>Whole layers</source>
        <translation>整层</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>To RAM first</source>
        <translation>优先移出</translation>
    </message>
    <message>
        <source>What goes to RAM where the cards do not hold all: whole layers, or the experts of as few layers as need be</source>
        <translation>显卡放不下全部时先移到内存的部分：整层，或是尽可能少的几层的专家</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>KV cache in</source>
        <translation>KV 缓存放在</translation>
    </message>
    <message>
        <source>In RAM (-nkvo) the cache leaves the card to more layers; a long context becomes slow</source>
        <translation>放在内存（-nkvo）时，显卡上可以多放几层；上下文一长就会变慢</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>按层</translation>
    </message>
    <message>
        <source>By row</source>
        <translation>按行</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分方式</translation>
    </message>
    <message>
        <source>Several cards: whole layers on each in turn, or the rows of every matrix on all of them (-sm)</source>
        <translation>多张卡：整层依次放到各卡，或把每个矩阵的行分给所有卡（-sm）</translation>
    </message>
    <message>
        <source>Ratios</source>
        <translation>分配比例</translation>
    </message>
    <message>
        <source>Shares of the cards in their order, such as 3,1 (-ts)</source>
        <translation>按顺序列出各卡的份额，例如 3,1（-ts）</translation>
    </message>
    <message>
        <source>Main GPU</source>
        <translation>主显卡</translation>
    </message>
    <message>
        <source>The card that holds what is not split into rows (-mg)</source>
        <translation>不按行拆分的部分放在这张卡（-mg）</translation>
    </message>
    <message>
        <source>Memory mapping</source>
        <translation>内存映射</translation>
    </message>
    <message>
        <source>Lock in RAM</source>
        <translation>锁定内存</translation>
    </message>
    <message>
        <source>Tensor parallel</source>
        <translation>张量并行</translation>
    </message>
    <message>
        <source>Cards that share every matrix; the degrees multiplied are at most the number of cards</source>
        <translation>共同分担每个矩阵的卡数；各并行度相乘不得超过卡的数量</translation>
    </message>
    <message>
        <source>Pipeline parallel</source>
        <translation>流水线并行</translation>
    </message>
    <message>
        <source>Stages of whole layers, one after the other</source>
        <translation>以整层为单位的阶段，一段接一段</translation>
    </message>
    <message>
        <source>Data parallel</source>
        <translation>数据并行</translation>
    </message>
    <message>
        <source>Copies of the model, each of which answers a part of the requests</source>
        <translation>模型的份数，每一份各自响应一部分请求</translation>
    </message>
    <message>
        <source>Expert parallel</source>
        <translation>专家并行</translation>
    </message>
    <message>
        <source>Whole experts on each card instead of a part of every expert</source>
        <translation>每张卡放完整的专家，而不是每个专家的一部分</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%Ln 层</numerusform>
        </translation>
    </message>
    <message>
        <source>Weights in RAM are pages of the file, which the system may drop and read again; off (-lm none) they are a copy</source>
        <translation>内存中的权重就是文件的页面，系统可以丢弃后再读取；关闭（-lm none）时则是一份副本</translation>
    </message>
    <message>
        <source>The system may neither drop nor swap the weights in RAM (-lm mlock)</source>
        <translation>系统不得丢弃或交换内存中的权重（-lm mlock）</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>kv_heads must divide heads</source>
        <translation>kv_heads 必须能整除 heads</translation>
    </message>
    <message>
        <source>a layer without key and value projections must reuse a cache</source>
        <translation>没有键和值投影的层必须复用其他层的缓存</translation>
    </message>
    <message>
        <source>used_experts must not exceed experts</source>
        <translation>used_experts 不得超过 experts</translation>
    </message>
    <message>
        <source>more memory than the card is sold with</source>
        <translation>显存超过该卡的标称容量</translation>
    </message>
    <message>
        <source>the architecture gives another number of parameters</source>
        <translation>按架构算出的参数量不同</translation>
    </message>
    <message>
        <source>active_parameters must not exceed parameters</source>
        <translation>active_parameters 不得超过 parameters</translation>
    </message>
    <message>
        <source>a format that is offered needs value_bits, block_bytes, effective_bits or gguf_mix</source>
        <translation>可选用的格式必须有 value_bits、block_bytes、effective_bits 或 gguf_mix</translation>
    </message>
    <message>
        <source>one model source expected</source>
        <translation>必须恰好有一个模型来源</translation>
    </message>
    <message>
        <source>nested deeper than 64 levels</source>
        <translation>嵌套超过 64 层</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>a ZIP or PyTorch archive</source>
        <translation>ZIP 或 PyTorch 压缩包</translation>
    </message>
    <message>
        <source>a Python pickle</source>
        <translation>Python pickle 文件</translation>
    </message>
    <message>
        <source>a Git LFS pointer, not the file itself</source>
        <translation>Git LFS 指针，而不是文件本身</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>JSON 文件</translation>
    </message>
    <message>
        <source>a GGML file from before GGUF</source>
        <translation>GGUF 之前的 GGML 文件</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>别的文件</translation>
    </message>
    <message>
        <source>columns must be whole blocks</source>
        <translation>每行的元素数必须是块大小的整数倍</translation>
    </message>
    <message>
        <source>a tensor must start at a multiple of the alignment</source>
        <translation>张量的起点必须是对齐值的整数倍</translation>
    </message>
    <message>
        <source>two tensors overlap</source>
        <translation>两个张量重叠</translation>
    </message>
    <message>
        <source>the alignment must be a power of two</source>
        <translation>对齐值必须是 2 的幂</translation>
    </message>
    <message>
        <source>more tensors than all parts together have</source>
        <translation>张量数超过所有分片的总数</translation>
    </message>
    <message>
        <source>a GGUF file</source>
        <translation>GGUF 文件</translation>
    </message>
    <message>
        <source>UTF-16 text</source>
        <translation>UTF-16 文本</translation>
    </message>
    <message>
        <source>a folder without a model</source>
        <translation>没有模型的文件夹</translation>
    </message>
    <message>
        <source>a LoRA adapter</source>
        <translation>LoRA 适配器（adapter）</translation>
    </message>
    <message>
        <source>a tensor must end behind its start</source>
        <translation>张量的结尾必须在开头之后</translation>
    </message>
    <message>
        <source>the shape gives another length than the offsets</source>
        <translation>由形状算出的长度与偏移量不同</translation>
    </message>
    <message>
        <source>elements must fill whole bytes</source>
        <translation>元素必须占满整字节</translation>
    </message>
    <message>
        <source>bytes that belong to no tensor</source>
        <translation>不属于任何张量的字节</translation>
    </message>
    <message>
        <source>the list must have one entry a layer</source>
        <translation>列表必须每层一项</translation>
    </message>
    <message>
        <source>layers that differ in this are not known</source>
        <translation>该数值逐层不同的模型不在已知之列</translation>
    </message>
    <message>
        <source>the heads must divide hidden_size</source>
        <translation>注意力头数必须能整除 hidden_size</translation>
    </message>
    <message>
        <source>the parts of a model must be numbered in order</source>
        <translation>模型的各部分必须按顺序编号</translation>
    </message>
    <message>
        <source>the parts together must have as many tensors as the first one says</source>
        <translation>各部分的张量总数必须与第一部分所写的一致</translation>
    </message>
    <message>
        <source>columns must be the embedding length</source>
        <translation>列数必须等于嵌入长度</translation>
    </message>
    <message>
        <source>an array must have a value for every layer</source>
        <translation>数组必须给每一层一个值</translation>
    </message>
    <message>
        <source>all matrices of an adapter must have one rank</source>
        <translation>一个适配器的所有矩阵必须同秩</translation>
    </message>
    <message>
        <source>several models lie in the folder: open one of its files</source>
        <translation>文件夹里有好几个模型，请打开其中一个文件</translation>
    </message>
    <message>
        <source>a vision projector (mmproj)</source>
        <translation>视觉投影文件（mmproj）</translation>
    </message>
    <message>
        <source>a tokenizer alone</source>
        <translation>只有分词器</translation>
    </message>
    <message>
        <source>an importance matrix</source>
        <translation>重要性矩阵</translation>
    </message>
    <message>
        <source>organisation/name expected</source>
        <translation>应为“组织/名称”</translation>
    </message>
    <message>
        <source>another host</source>
        <translation>不是已知的网站</translation>
    </message>
    <message>
        <source>no model&apos;s page</source>
        <translation>不是模型页面</translation>
    </message>
    <message>
        <source>a path that cannot be in a repository</source>
        <translation>仓库中不可能存在的路径</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>neither http nor https</source>
        <translation>既不是 http 也不是 https</translation>
    </message>
    <message>
        <source>a private address</source>
        <translation>内网地址</translation>
    </message>
    <message>
        <source>from https to http</source>
        <translation>从 https 降为 http</translation>
    </message>
    <message>
        <source>too many redirects</source>
        <translation>重定向次数过多</translation>
    </message>
    <message>
        <source>a host without an address</source>
        <translation>查不到主机的地址</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>a list of files expected</source>
        <translation>应为文件列表</translation>
    </message>
    <message>
        <source>a file expected</source>
        <translation>应为文件条目</translation>
    </message>
    <message>
        <source>a file without a path</source>
        <translation>文件没有路径</translation>
    </message>
    <message>
        <source>a file without a size</source>
        <translation>文件没有大小</translation>
    </message>
    <message>
        <source>compressed although not asked for</source>
        <translation>未要求却经过压缩</translation>
    </message>
    <message>
        <source>shorter than announced</source>
        <translation>比声明的长度短</translation>
    </message>
    <message>
        <source>another range than asked for</source>
        <translation>不是所请求的范围</translation>
    </message>
    <message>
        <source>another size than listed</source>
        <translation>与列表中的大小不同</translation>
    </message>
    <message>
        <source>the file changed while it was read</source>
        <translation>读取期间文件已更改</translation>
    </message>
    <message>
        <source>no HTTP</source>
        <translation>不是 HTTP</translation>
    </message>
    <message>
        <source>it does not begin with vram-sizer:?</source>
        <translation>开头不是 vram-sizer:?</translation>
    </message>
    <message>
        <source>a part without an equals sign</source>
        <translation>有一段缺少等号</translation>
    </message>
    <message>
        <source>a character that is badly encoded</source>
        <translation>有字符编码错误</translation>
    </message>
    <message>
        <source>too many parts</source>
        <translation>分段太多</translation>
    </message>
    <message>
        <source>a link names a file, not its folder</source>
        <translation>链接只能含文件名，不能含文件夹</translation>
    </message>
</context>
<context>
    <name>Remedy</name>
    <message>
        <source>Start values</source>
        <translation>恢复初始值</translation>
    </message>
    <message>
        <source>Back to the question of the first start; Undo brings this one back</source>
        <translation>回到首次启动时的场景；可用“撤销”找回当前场景</translation>
    </message>
    <message>
        <source>Choose cards…</source>
        <translation>选择显卡…</translation>
    </message>
    <message>
        <source>Choose the cards to compare</source>
        <translation>选择要比较的显卡</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>显示所有行</translation>
    </message>
    <message>
        <source>Show the rows of every verdict again</source>
        <translation>重新显示所有结论的行</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>选择其他模型…</translation>
    </message>
    <message>
        <source>Opens the list of models</source>
        <translation>打开模型列表</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>The smallest of the compared cards that holds it</source>
        <translation>对比列表中放得下的最小显卡</translation>
    </message>
    <message>
        <source>Run it with %1</source>
        <translation>改用 %1 运行</translation>
    </message>
    <message>
        <source>This runtime can use the card; the format moves to the nearest that it loads</source>
        <translation>该推理框架可以使用这张显卡；权重格式会换成它能加载的最接近格式</translation>
    </message>
    <message>
        <source>Weights in %1</source>
        <translation>权重改用 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>The longest context that works here</source>
        <translation>此处可用的最长上下文</translation>
    </message>
    <message>
        <source>Use flash attention</source>
        <translation>启用 flash attention</translation>
    </message>
    <message>
        <source>Switches flash attention on</source>
        <translation>开启 flash attention</translation>
    </message>
    <message>
        <source>Weights in %1, KV cache in %2</source>
        <translation>权重改用 %1、KV 缓存改用 %2</translation>
    </message>
    <message>
        <source>%1 (−%2)</source>
        <extracomment>what to do, and the memory that it saves</extracomment>
        <translation>%1（−%2）</translation>
    </message>
    <message>
        <source>Switch to this task</source>
        <translation>切换到这项任务</translation>
    </message>
    <message>
        <source>Makes the question one of this task</source>
        <translation>把问题改成这项任务</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>激活检查点</translation>
    </message>
    <message>
        <source>Computes layers again in the backward pass instead of keeping them</source>
        <translation>反向传播时重新计算各层，而不保留结果</translation>
    </message>
    <message>
        <source>A smaller micro-batch, with so much more accumulation that a step sees as many tokens</source>
        <translation>缩小微批次并增加梯度累积，每一步看到的词元数不变</translation>
    </message>
    <message>
        <source>8-bit AdamW</source>
        <translation>8 位 AdamW</translation>
    </message>
    <message>
        <source>Optimizer states of one byte each</source>
        <translation>优化器状态每个只占一字节</translation>
    </message>
    <message>
        <source>Checkpoints in RAM</source>
        <translation>检查点放内存</translation>
    </message>
    <message>
        <source>What checkpointing keeps waits in system memory</source>
        <translation>检查点保留的内容放在内存中等候</translation>
    </message>
    <message>
        <source>LoRA instead</source>
        <translation>改用 LoRA</translation>
    </message>
    <message>
        <source>Trains a small adapter, not all parameters</source>
        <translation>只训练小型适配器，不动全部参数</translation>
    </message>
    <message>
        <source>QLoRA instead</source>
        <translation>改用 QLoRA</translation>
    </message>
    <message>
        <source>Trains a small adapter over weights of four bits</source>
        <translation>在 4 位权重上训练小型适配器</translation>
    </message>
    <message>
        <source>Optimizer in RAM</source>
        <translation>优化器放内存</translation>
    </message>
    <message>
        <source>Optimizer states lie in system memory: slower, and much RAM</source>
        <translation>优化器状态放在内存中：较慢，且需要大量内存</translation>
    </message>
    <message>
        <source>Parameters in RAM</source>
        <translation>参数放内存</translation>
    </message>
    <message>
        <source>Parameters and optimizer lie in system memory: the slowest way</source>
        <translation>参数与优化器都放在内存中：最慢的方式</translation>
    </message>
    <message>
        <source>The longest sequence that fits on this card</source>
        <translation>这张卡放得下的最长序列</translation>
    </message>
    <message>
        <source>Afterwards: %1</source>
        <extracomment>a verdict and a speed: &quot;Fits · 52 tok/s&quot;</extracomment>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>Fused kernels</source>
        <translation>融合算子</translation>
    </message>
    <message>
        <source>Norms, activation functions, and head with cross-entropy in one kernel each: no logits of the whole micro-batch</source>
        <translation>归一化、激活函数，以及输出层连同交叉熵，各用一个算子完成：无需存放整个微批次的 logits</translation>
    </message>
    <message>
        <source>Share out over the cards</source>
        <translation>分摊到各张显卡</translation>
    </message>
    <message>
        <source>FSDP or ZeRO-3: parameters, gradients and optimizer states are shared out over the cards</source>
        <translation>FSDP 或 ZeRO-3：参数、梯度与优化器状态分摊到各张显卡</translation>
    </message>
    <message>
        <source>Cards of this kind, with parameters, gradients and optimizer states shared out over them (FSDP or ZeRO-3)</source>
        <translation>使用多张同款显卡，参数、梯度与优化器状态分摊存放（FSDP 或 ZeRO-3）</translation>
    </message>
    <message>
        <source>The nearest weight format that the runtime can use on this card</source>
        <translation>推理框架在这张显卡上能用的最接近的权重格式</translation>
    </message>
    <message>
        <source>The same results in less memory, and usually faster</source>
        <translation>结果不变，占用内存更少，通常也更快</translation>
    </message>
    <message>
        <source>Micro-batch %3</source>
        <translation>微批 %3</translation>
    </message>
    <message>
        <source>Prompt by %3 tokens</source>
        <translation>提示词每次处理 %3 个词元</translation>
    </message>
    <message>
        <source>Fewer tokens of a prompt at a time: smaller working buffers, and prompts take longer</source>
        <translation>一次处理的提示词词元更少：工作缓冲区变小，处理提示词要更久</translation>
    </message>
    <message>
        <source>KV cache in %2</source>
        <translation>KV 缓存改用 %2</translation>
    </message>
    <message>
        <source>A smaller type of the KV cache; of eight bits hardly anybody notices it</source>
        <translation>KV 缓存换成更小的类型；8 位时几乎感觉不到差别</translation>
    </message>
    <message>
        <source>The weight format of most bits that does it; fewer bits cost some quality</source>
        <translation>满足要求的格式中位数最高的一种；位数越少，质量损失越大</translation>
    </message>
    <message>
        <source>The formats of most bits that do it together</source>
        <translation>两者搭配能满足要求的最高位数格式</translation>
    </message>
    <message>
        <source>Automatic placement</source>
        <translation>改为自动放置</translation>
    </message>
    <message>
        <source>As much on the card as it holds, instead of the layers, experts or cache that were chosen under Placement</source>
        <translation>显卡放得下多少就放多少，不再按“放置位置”中指定的层数、专家或缓存位置</translation>
    </message>
    <message>
        <source>Experts of %3 layers in RAM</source>
        <translation>%3 层的专家放内存</translation>
    </message>
    <message>
        <source>All else stays on the card; a token uses few of the experts, so that this costs less speed than whole layers in RAM</source>
        <translation>其余部分都留在显卡上；一个词元只用到少数专家，因此比把整层放进内存更不影响速度</translation>
    </message>
    <message>
        <source>KV cache in RAM</source>
        <translation>KV 缓存放内存</translation>
    </message>
    <message>
        <source>Leaves the card to the weights; a long context becomes slow</source>
        <translation>把显卡让给权重；上下文一长就会变慢</translation>
    </message>
    <message>
        <source>Batch of %3</source>
        <translation>批大小 %3</translation>
    </message>
    <message>
        <source>The most sequences at the same time that fit on this card</source>
        <translation>这张显卡能同时放下的最多序列数</translation>
    </message>
    <message>
        <source>%3 tokens</source>
        <translation>%3 个词元</translation>
    </message>
    <message>
        <source>The longest context that fits on this card</source>
        <translation>这张显卡放得下的最长上下文</translation>
    </message>
    <message>
        <source>%1, KV cache in %2, %3 tokens</source>
        <translation>%1、KV 缓存 %2、%3 个词元</translation>
    </message>
    <message>
        <source>Smaller weights, a smaller KV cache, and the longest context that fits on this card with them</source>
        <translation>权重和 KV 缓存都换小，再用这张显卡此时放得下的最长上下文</translation>
    </message>
    <message>
        <source>This runtime can leave layers in RAM; the format moves to the nearest that it loads</source>
        <translation>该推理框架可以把部分层留在内存；权重格式会换成它能加载的最接近格式</translation>
    </message>
    <message>
        <source>The smallest other card that holds it; it is added to the comparison</source>
        <translation>放得下的最小的另一款显卡；会加入对比列表</translation>
    </message>
    <message>
        <source>%3 such cards</source>
        <translation>%3 张同款显卡</translation>
    </message>
    <message>
        <source>The fewest cards of this kind that hold it together</source>
        <translation>合起来放得下所需的最少同款显卡数</translation>
    </message>
    <message>
        <source>launch price not known</source>
        <translation>首发价未知</translation>
    </message>
    <message>
        <source>%1 each at launch</source>
        <extracomment>the launch price of each of several cards</extracomment>
        <translation>首发价每张 %1</translation>
    </message>
    <message>
        <source>%1 at launch</source>
        <extracomment>the launch price of a card</extracomment>
        <translation>首发价 %1</translation>
    </message>
    <message>
        <source>Sequence of %3</source>
        <translation>序列 %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a card and what it costs</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This row&apos;s question takes the place of the present one</source>
        <translation>用此行的场景取代当前场景</translation>
    </message>
    <message>
        <source>Changes the question, and with it the other rows as well</source>
        <translation>会更改场景，其他行也随之改变</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a row that is not the present question, and what to do about it: &quot;vLLM: KV cache in fp8&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Context</source>
        <extracomment>length of a sequence</extracomment>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>Concurrent sequences</source>
        <translation>并发序列</translation>
    </message>
    <message>
        <source>Longest prompt</source>
        <translation>最长提示词</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理框架</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>A model “fits” where %1 of the usable memory stay free beside it.</source>
        <translation>放入模型后，可用显存仍留有 %1 余量，才算“放得下”。</translation>
    </message>
    <message>
        <source>Figures are estimates. Where a range is given, the verdict goes by its upper end.</source>
        <translation>数值均为估算；给出范围时，判定以上限为准。</translation>
    </message>
    <message>
        <source>VRAM Sizer %1 · %2 · facts of %3</source>
        <translation>显存估算器 %1 · %2 · 数据截至 %3</translation>
    </message>
    <message>
        <source>VRAM Sizer %1 · %2</source>
        <translation>显存估算器 %1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>GPU memory of %1</source>
        <translation>%1 所需显存</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>估算的场景</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>各行对比</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>估算前提</translation>
    </message>
    <message>
        <source>How to run it</source>
        <translation>如何运行</translation>
    </message>
    <message>
        <source>The scenario as a link, to open in VRAM Sizer</source>
        <translation>场景链接，可用显存估算器打开</translation>
    </message>
    <message>
        <source>Memory in %1.</source>
        <translation>显存单位：%1。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>at the foot of a printed page</extracomment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>%1, low</source>
        <extracomment>the lower and the upper end of a range, in a spreadsheet</extracomment>
        <translation>%1下限</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1上限</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Markdown text</source>
        <translation>Markdown 文本</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>电子表格用的表</translation>
    </message>
    <message>
        <source>Data for programs</source>
        <translation>供程序读取的数据</translation>
    </message>
    <message>
        <source>Chart as a drawing</source>
        <translation>矢量图表</translation>
    </message>
    <message>
        <source>Chart as a picture</source>
        <translation>图表图片</translation>
    </message>
    <message>
        <source>The name %1 does not say what to write. Let it end in one of: %2.</source>
        <translation>从文件名 %1 看不出格式，扩展名请用以下之一：%2。</translation>
    </message>
    <message>
        <source>The report could not be made: not enough memory.</source>
        <translation>无法生成报告：内存不足。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>CPU only</source>
        <translation>仅 CPU</translation>
    </message>
    <message>
        <source>%1× %2</source>
        <extracomment>several equal cards: count, name</extracomment>
        <translation>%1× %2</translation>
    </message>
    <message>
        <source>Generic %1 model</source>
        <extracomment>a model known only by its number of parameters (&quot;7.0 B&quot;)</extracomment>
        <translation>%1 通用模型</translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>我的电脑</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <extracomment>the row that is the user&apos;s own machine: &quot;Mine: RTX 4090 + RTX 3090&quot;</extracomment>
        <translation>我的：%1</translation>
    </message>
</context>
<context>
    <name>RowOrder</name>
    <message>
        <source>As added</source>
        <translation>添加顺序</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存容量</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余空间</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用显存</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>中间激活</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>运行时开销</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 适配器</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>热设计功耗（TDP）</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>首发价格</translation>
    </message>
    <message>
        <source>Decode speed</source>
        <translation>解码速度</translation>
    </message>
    <message>
        <source>Prefill speed</source>
        <translation>预填充速度</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>首词元延迟</translation>
    </message>
    <message>
        <source>Largest context</source>
        <translation>最大上下文</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最多用户数</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>最佳权重格式</translation>
    </message>
    <message>
        <source>Most GPU layers</source>
        <translation>最多 GPU 层数</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>%1: %2</source>
        <extracomment>screen reader: a table cell with its column</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <extracomment>screen reader: row, verdict, reason</extracomment>
        <translation>%1，%2。%3</translation>
    </message>
    <message>
        <source>%1, %2, %3 of %4</source>
        <extracomment>screen reader: row, verdict, need, usable memory</extracomment>
        <translation>%1，%2，需要 %3，可用 %4</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>对比的对象</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The model&apos;s weights in the chosen format</source>
        <translation>模型在所选格式下的权重</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Keys and values of the whole context</source>
        <translation>整段上下文的键和值</translation>
    </message>
    <message>
        <source>Recurrent state</source>
        <translation>循环状态</translation>
    </message>
    <message>
        <source>State of the layers that keep no cache; it does not grow with the context</source>
        <translation>不使用缓存的层所保存的状态，不随上下文增长</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>中间激活</translation>
    </message>
    <message>
        <source>Working memory of the computation</source>
        <translation>计算时的工作内存</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>运行时开销</translation>
    </message>
    <message>
        <source>The driver&apos;s and the runtime&apos;s own share of every card</source>
        <translation>驱动程序和推理框架在每张显卡上自用的部分</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradients of the trained weights</source>
        <translation>被训练权重的梯度</translation>
    </message>
    <message>
        <source>Optimizer states</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <source>What the optimizer keeps for the trained weights</source>
        <translation>优化器为被训练权重保存的数据</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 适配器</translation>
    </message>
    <message>
        <source>The adapter&apos;s own weights</source>
        <translation>适配器本身的权重</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>What the question needs with everything on the cards</source>
        <translation>全部放在显卡上时需要的量</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>The total lies in this interval; the verdict goes by its upper end</source>
        <translation>总计落在此区间；判定以上限为准</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>What a process can have of all cards together</source>
        <translation>一个进程在所有显卡上合计能使用的量</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>What stays free on the fullest card; negative: what is missing</source>
        <translation>最满的那张显卡剩下的空间；负数表示不足的量</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Whether it fits, and how many layers lie on the card</source>
        <translation>是否放得下，以及有多少层放在显卡上</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>VRAM bandwidth of one card; it limits the speed of generating</source>
        <translation>单张显卡的显存带宽，决定解码速度的上限</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>Shader cores of one card; only the same vendor&apos;s compare</source>
        <translation>单张显卡的着色器核心数；只适合与同厂商相比</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Release year</source>
        <translation>发布年份</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>热设计功耗</translation>
    </message>
    <message>
        <source>Thermal design power of one card</source>
        <translation>单张显卡的热设计功耗</translation>
    </message>
    <message>
        <source>Memory type</source>
        <translation>显存类型</translation>
    </message>
    <message>
        <source>Kind of the card&apos;s memory</source>
        <translation>显卡显存的种类</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>首发价</translation>
    </message>
    <message>
        <source>Price of one card in US dollars when it was released</source>
        <translation>单张显卡发布时的美元价格</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>The card&apos;s own architecture</source>
        <translation>显卡本身的架构</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Speed of generating for one user, at the beginning of the context</source>
        <translation>单个用户的解码速度，在上下文刚开始时</translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation>预填充</translation>
    </message>
    <message>
        <source>Speed of reading the prompt</source>
        <translation>处理提示的速度</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首词元</translation>
    </message>
    <message>
        <source>Time from the prompt to the first token of the answer</source>
        <translation>从发出提示到回答第一个词元的时间</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Speed of training, all cards together</source>
        <translation>所有显卡合计的训练速度</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Whether the speed reaches what you aim at</source>
        <translation>速度是否达到您设定的目标</translation>
    </message>
    <message>
        <source>Largest context</source>
        <translation>最大上下文</translation>
    </message>
    <message>
        <source>The longest context that fits with the margin free, up to the model&apos;s own</source>
        <translation>留出安全余量后放得下的最长上下文，不超过模型自身上限</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最多用户数</translation>
    </message>
    <message>
        <source>Sequences of this context at once that fit with the margin free</source>
        <translation>按当前上下文长度，留出安全余量后可同时处理的序列数</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>最佳权重格式</translation>
    </message>
    <message>
        <source>The weight format of most bits, from 3 to 16, that fits with the margin free</source>
        <translation>留出安全余量后放得下的、比特数最高的权重格式（3 到 16 比特）</translation>
    </message>
    <message>
        <source>Most GPU layers</source>
        <translation>最多 GPU 层数</translation>
    </message>
    <message>
        <source>Layers that the cards hold with the margin free, the rest in RAM (llama.cpp)</source>
        <translation>留出安全余量后显卡放得下的层数，其余放在内存（llama.cpp）</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>More than the rule</source>
        <translation>比法则多</translation>
    </message>
    <message>
        <source>Less than the rule</source>
        <translation>比法则少</translation>
    </message>
    <message>
        <source>Recommended too little</source>
        <translation>推荐得偏小</translation>
    </message>
    <message>
        <source>Generous</source>
        <translation>推荐得宽裕</translation>
    </message>
    <message>
        <source>Promises too much</source>
        <translation>说得太乐观</translation>
    </message>
    <message>
        <source>Better than said</source>
        <translation>比说的好</translation>
    </message>
    <message>
        <source>%1 (without it: %2)</source>
        <extracomment>a reason why the program&apos;s figure is another than a rule&apos;s; the figure without that effect</extracomment>
        <translation>%1（若无此因素：%2）</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>two reasons, one after the other</extracomment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>size of a card, what is run on it: &quot;8 GB: 7B, INT4 inference&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>verdict, upper end of the need, usable memory: &quot;Tight: 15.1 of 15.9 GiB&quot;</extracomment>
        <translation>%1：需要 %2，可用 %3</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <extracomment>memory of a card: &quot;60 GB and more&quot;</extracomment>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>%1; fits on %2</source>
        <extracomment>the need, the smallest usual card that holds it with a margin: &quot;6.3 GiB; fits on 12 GB&quot;</extracomment>
        <translation>%1；%2 卡放得下</translation>
    </message>
    <message>
        <source>%1: %2, %3 cores</source>
        <extracomment>a card: its name, its memory, its number of cores</extracomment>
        <translation>%1：%2，%3 个核心</translation>
    </message>
    <message>
        <source>wins with more memory</source>
        <translation>显存较多，胜出</translation>
    </message>
    <message>
        <source>loses in spite of its cores</source>
        <translation>核心虽多，仍落败</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>法则(&amp;R)</translation>
    </message>
    <message>
        <source>Reference &amp;table</source>
        <translation>参考表(&amp;T)</translation>
    </message>
    <message>
        <source>What a card is &amp;good for</source>
        <translation>各容量的卡适合什么(&amp;G)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>法则</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>法则的数字</translation>
    </message>
    <message>
        <source>Model and use</source>
        <translation>模型与用途</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Card and use</source>
        <translation>显卡与用途</translation>
    </message>
    <message>
        <source>Said to be</source>
        <translation>一般说法</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>是否相符</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>FP32: bytes per parameter</source>
        <translation>FP32：每个参数的字节数</translation>
    </message>
    <message>
        <source>FP16 or BF16: bytes per parameter</source>
        <translation>FP16 或 BF16：每个参数的字节数</translation>
    </message>
    <message>
        <source>INT8: bytes per parameter</source>
        <translation>INT8：每个参数的字节数</translation>
    </message>
    <message>
        <source>INT4: bytes per parameter</source>
        <translation>INT4：每个参数的字节数</translation>
    </message>
    <message>
        <source>Weights of a 7B in FP16</source>
        <translation>7B 模型的 FP16 权重</translation>
    </message>
    <message>
        <source>Weights of a 13B in FP16</source>
        <translation>13B 模型的 FP16 权重</translation>
    </message>
    <message>
        <source>Weights of a 7B in INT4</source>
        <translation>7B 模型的 INT4 权重</translation>
    </message>
    <message>
        <source>Activations and temporary buffers, of the weights</source>
        <translation>中间激活与临时缓冲区，占权重的比例</translation>
    </message>
    <message>
        <source>Inference with a usual context, of the weights</source>
        <translation>一般上下文长度的推理，为权重的倍数</translation>
    </message>
    <message>
        <source>INT4 with a longer context, of the weights</source>
        <translation>INT4 加较长的上下文，为权重的倍数</translation>
    </message>
    <message>
        <source>A context of 32K or more, of a short one’s need</source>
        <translation>32K 以上的上下文，为短上下文需求的倍数</translation>
    </message>
    <message>
        <source>Eight sequences at once, of the cache of one</source>
        <translation>同时八个序列，为单个序列缓存的倍数</translation>
    </message>
    <message>
        <source>LoRA and QLoRA, of inference</source>
        <translation>LoRA 与 QLoRA，为推理的倍数</translation>
    </message>
    <message>
        <source>Training: activations, gradients and optimizer states, of the weights</source>
        <translation>训练：中间激活、梯度与优化器状态，为权重的倍数</translation>
    </message>
    <message>
        <source>Full training with Adam, of inference</source>
        <translation>用 Adam 全参数训练，为推理的倍数</translation>
    </message>
    <message>
        <source>Adam’s states alone, of the 16-bit weights</source>
        <translation>单算 Adam 的状态，为 16 比特权重的倍数</translation>
    </message>
    <message>
        <source>A service that must not fail: margin on top</source>
        <translation>不容中断的服务：外加的安全余量</translation>
    </message>
    <message>
        <source>1B to 3B, INT4 inference</source>
        <translation>1B 到 3B，INT4 推理</translation>
    </message>
    <message>
        <source>7B, INT4 inference</source>
        <translation>7B，INT4 推理</translation>
    </message>
    <message>
        <source>7B, INT8 inference</source>
        <translation>7B，INT8 推理</translation>
    </message>
    <message>
        <source>7B, FP16 inference</source>
        <translation>7B，FP16 推理</translation>
    </message>
    <message>
        <source>8B, FP16 inference</source>
        <translation>8B，FP16 推理</translation>
    </message>
    <message>
        <source>QLoRA of a 7B</source>
        <translation>7B 的 QLoRA 微调</translation>
    </message>
    <message>
        <source>Full training of a 7B</source>
        <translation>7B 的全参数训练</translation>
    </message>
    <message>
        <source>13B, INT4 inference</source>
        <translation>13B，INT4 推理</translation>
    </message>
    <message>
        <source>13B, INT8 inference</source>
        <translation>13B，INT8 推理</translation>
    </message>
    <message>
        <source>13B, FP16 inference</source>
        <translation>13B，FP16 推理</translation>
    </message>
    <message>
        <source>13B, FP16 inference, long context</source>
        <translation>13B，FP16 推理，长上下文</translation>
    </message>
    <message>
        <source>Light fine-tuning of a 13B</source>
        <translation>13B 的轻量微调</translation>
    </message>
    <message>
        <source>30B to 34B, INT4 inference</source>
        <translation>30B 到 34B，INT4 推理</translation>
    </message>
    <message>
        <source>30B to 34B, FP16 inference</source>
        <translation>30B 到 34B，FP16 推理</translation>
    </message>
    <message>
        <source>70B, INT4 inference</source>
        <translation>70B，INT4 推理</translation>
    </message>
    <message>
        <source>70B, FP16 inference</source>
        <translation>70B，FP16 推理</translation>
    </message>
    <message>
        <source>QLoRA of a 70B</source>
        <translation>70B 的 QLoRA 微调</translation>
    </message>
    <message>
        <source>A small team’s service, 8B</source>
        <translation>小团队的服务，8B</translation>
    </message>
    <message>
        <source>scales of the format’s blocks</source>
        <translation>量化块要存缩放系数</translation>
    </message>
    <message>
        <source>embeddings and output layer have more bits</source>
        <translation>嵌入层与输出层的比特数较高</translation>
    </message>
    <message>
        <source>the name rounds the number of parameters</source>
        <translation>名称里的参数量是约数</translation>
    </message>
    <message>
        <source>the recommendation is for the largest of these models</source>
        <translation>推荐是按这一级里最大的模型给的</translation>
    </message>
    <message>
        <source>grouped-query attention: a small cache</source>
        <translation>有分组查询注意力，缓存较小</translation>
    </message>
    <message>
        <source>no grouped-query attention: a large cache</source>
        <translation>没有分组查询注意力，缓存较大</translation>
    </message>
    <message>
        <source>the cache stays 16-bit while the weights shrink</source>
        <translation>权重缩小了，缓存仍是 16 比特</translation>
    </message>
    <message>
        <source>the prompt goes in steps, with flash attention</source>
        <translation>提示分批处理，并使用 Flash Attention</translation>
    </message>
    <message>
        <source>what the runtime takes for itself</source>
        <translation>推理框架自身的占用</translation>
    </message>
    <message>
        <source>the long context</source>
        <translation>上下文很长</translation>
    </message>
    <message>
        <source>checkpointing recomputes activations</source>
        <translation>用了检查点，中间激活改为重算</translation>
    </message>
    <message>
        <source>logits of a large vocabulary</source>
        <translation>词表大，logits 也大</translation>
    </message>
    <message>
        <source>one sequence at a time</source>
        <translation>一次只有一个序列</translation>
    </message>
    <message>
        <source>the base model is frozen</source>
        <translation>基础模型是冻结的</translation>
    </message>
    <message>
        <source>an optimizer with smaller states</source>
        <translation>优化器的状态较小</translation>
    </message>
    <message>
        <source>no 32-bit copies of the parameters</source>
        <translation>参数没有 32 比特的副本</translation>
    </message>
    <message>
        <source>the runtime is known</source>
        <translation>推理框架是已知的</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>很宽裕</translation>
    </message>
    <message>
        <source>suits</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>at a push</source>
        <translation>勉强可用</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>not enough</source>
        <translation>不够</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>of the context</extracomment>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <extracomment>at once: two and more</extracomment>
        <translation>%1 个序列</translation>
    </message>
    <message>
        <source>%1. The figures are card sizes; as it is, it takes %2.</source>
        <extracomment>reasons; what the figures in them are</extracomment>
        <translation>%1。数字是所需显卡的容量；照现状需要 %2。</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Make the file in this format first</source>
        <translation>先制作这种格式的文件</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>启动服务器</translation>
    </message>
    <message>
        <source>Chat in the terminal</source>
        <translation>在终端中对话</translation>
    </message>
    <message>
        <source>Environment of the server</source>
        <translation>服务器的环境变量</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Settings to enter</source>
        <translation>要填写的设置</translation>
    </message>
    <message>
        <source>Linux, macOS (bash, zsh)</source>
        <translation>Linux、macOS 终端（bash、zsh）</translation>
    </message>
    <message>
        <source>Windows PowerShell</source>
        <translation>Windows 的 PowerShell</translation>
    </message>
    <message>
        <source>Windows command prompt (cmd)</source>
        <translation>Windows 命令提示符（cmd）</translation>
    </message>
    <message>
        <source>%1 of %2, within the range</source>
        <extracomment>what was seen against the estimate: difference, estimate (&quot;+3.1 % of 20.5 GiB, within the range&quot;)</extracomment>
        <translation>与 %2 相差 %1，在范围内</translation>
    </message>
    <message>
        <source>%1 of %2, outside the range</source>
        <translation>与 %2 相差 %1，超出范围</translation>
    </message>
    <message>
        <source>Estimate: %1</source>
        <extracomment>beside an empty box for what was seen: the estimate</extracomment>
        <translation>估算：%1</translation>
    </message>
</context>
<context>
    <name>RuntimeOption</name>
    <message>
        <source>Recorded kernels that make short steps faster and stay in memory; off with eager execution</source>
        <translation>预先录制的计算内核，让短步骤更快，会一直占用内存；逐步执行(eager)时关闭</translation>
    </message>
    <message>
        <source>Most tokens that one step processes, of all sequences together</source>
        <translation>单个步骤最多处理的词元数，所有序列合计</translation>
    </message>
    <message>
        <source>Most sequences that run at the same time</source>
        <translation>同时运行的序列数上限</translation>
    </message>
    <message>
        <source>Tokens of a prompt that are processed at once</source>
        <translation>提示一次处理的词元数</translation>
    </message>
    <message>
        <source>Tokens in one page of the cache</source>
        <translation>缓存一页的词元数</translation>
    </message>
    <message>
        <source>Logical batch</source>
        <translation>逻辑批次</translation>
    </message>
    <message>
        <source>Tokens that the program hands over at once (-b)</source>
        <translation>程序一次交付的词元数(-b)</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>Tokens that one graph computes (-ub); the working buffer grows with it</source>
        <translation>一张计算图处理的词元数(-ub)；工作缓冲区随之变大</translation>
    </message>
    <message>
        <source>Unified KV cache</source>
        <translation>统一 KV 缓存</translation>
    </message>
    <message>
        <source>One cache that all sequences share (-kvu)</source>
        <translation>所有序列共用一份缓存(-kvu)</translation>
    </message>
    <message>
        <source>Full windows</source>
        <translation>完整窗口</translation>
    </message>
    <message>
        <source>Layers with a sliding window keep the whole context (--swa-full)</source>
        <translation>使用滑动窗口的层也保留整个上下文(--swa-full)</translation>
    </message>
    <message>
        <source>Share of the card</source>
        <translation>显卡占比</translation>
    </message>
    <message>
        <source>Part of the card that vLLM takes (gpu_memory_utilization)</source>
        <translation>vLLM 占用显卡的比例(gpu_memory_utilization)</translation>
    </message>
    <message>
        <source>Tokens a step</source>
        <translation>每步词元</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列数</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>启用 CUDA Graphs</translation>
    </message>
    <message>
        <source>Static share</source>
        <translation>静态占比</translation>
    </message>
    <message>
        <source>Part of the card for weights and cache (mem_fraction_static)</source>
        <translation>显卡留给权重与缓存的比例(mem_fraction_static)</translation>
    </message>
    <message>
        <source>Prompt chunk</source>
        <translation>提示分块</translation>
    </message>
    <message>
        <source>Largest graph</source>
        <translation>最大计算图</translation>
    </message>
    <message>
        <source>Sequences of the largest CUDA graph (cuda_graph_max_bs)</source>
        <translation>最大的 CUDA Graph 覆盖的序列数(cuda_graph_max_bs)</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>页大小</translation>
    </message>
    <message>
        <source>Cache share</source>
        <translation>缓存占比</translation>
    </message>
    <message>
        <source>Part of what is left that the cache takes (free_gpu_memory_fraction)</source>
        <translation>缓存占用剩余显存的比例(free_gpu_memory_fraction)</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批大小 %1</translation>
    </message>
    <message>
        <source>KV %1</source>
        <translation>KV %1</translation>
    </message>
    <message>
        <source>draft model %1</source>
        <extracomment>a smaller model for speculative decoding: &quot;draft model Qwen3 0.6B&quot;</extracomment>
        <translation>草稿模型 %1</translation>
    </message>
    <message>
        <source>LoRA rank %1</source>
        <translation>LoRA 秩 %1</translation>
    </message>
    <message>
        <source>with vision part</source>
        <translation>含视觉部分</translation>
    </message>
    <message>
        <source>micro-batch %1</source>
        <translation>微批次 %1</translation>
    </message>
    <message>
        <source>%1 mixed</source>
        <extracomment>mixed precision: &quot;BF16 mixed&quot;</extracomment>
        <translation>%1 混合精度</translation>
    </message>
</context>
<context>
    <name>ScenarioDocument</name>
    <message>
        <source>it is a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>这不是普通文件</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Only %1 holds everything on its cards.</source>
        <translation>只有 %1 的显卡装得下全部内容。</translation>
    </message>
    <message>
        <source>%1 holds everything on its cards, %2 does not.</source>
        <translation>%1 的显卡装得下全部内容，%2 装不下。</translation>
    </message>
    <message>
        <source>That %2 has %3 times as many cores does not help: it lacks the memory.</source>
        <translation>%2 的核心数虽是 %3 倍，但显存不够，帮不上忙。</translation>
    </message>
    <message>
        <source>Both hold it, but only %1 keeps the safety margin free.</source>
        <translation>两者都放得下，但只有 %1 还能留出安全余量。</translation>
    </message>
    <message>
        <source>Neither holds it, but %1 runs with a part in system memory.</source>
        <translation>两者都放不下，但 %1 把一部分放到内存后仍能运行。</translation>
    </message>
    <message>
        <source>%1 needs system memory for fewer layers than %2.</source>
        <translation>与 %2 相比，%1 放到内存的层更少。</translation>
    </message>
    <message>
        <source>None of them holds it, not even with a part in system memory.</source>
        <translation>全都放不下，即使把一部分放到内存也不行。</translation>
    </message>
    <message>
        <source>%1 generates %3 times as fast as %2.</source>
        <translation>%1 的解码速度是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>Its memory bandwidth decides: %3 times that of %2.</source>
        <translation>起决定作用的是显存带宽：它是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>Generating is a tie between %1 and %2: the difference lies within the ranges of the estimates.</source>
        <translation>%1 与 %2 的解码速度不相上下：差距在估算区间之内。</translation>
    </message>
    <message>
        <source>%1 reads prompts %3 times as fast as %2.</source>
        <translation>%1 处理提示的速度是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>%1 has %3 times the compute of %2.</source>
        <translation>%1 的算力是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>%1 trains %3 times as fast as %2.</source>
        <translation>%1 的训练速度是 %2 的 %3 倍。</translation>
    </message>
    <message>
        <source>%1 leaves %4 more free than %2, for longer contexts or more users.</source>
        <translation>%1 比 %2 多剩 %4，可用于更长的上下文或更多用户。</translation>
    </message>
    <message>
        <source>A tie: for this question nothing that is known puts %1 or %2 ahead.</source>
        <translation>平手：就这个问题而言，已知的数据分不出 %1 与 %2 的高下。</translation>
    </message>
    <message>
        <source>The models or tasks differ, so there is no winner.</source>
        <translation>模型或任务不同，无法分出胜负。</translation>
    </message>
    <message>
        <source>The settings differ as well: what is faster or smaller may answer worse.</source>
        <translation>设置也不相同：更快或更省显存的一方，回答质量可能更差。</translation>
    </message>
    <message>
        <source>%1 has %3 times the memory bandwidth of %2, which generating waits for.</source>
        <translation>%1 的显存带宽是 %2 的 %3 倍，而解码速度正受限于带宽。</translation>
    </message>
    <message>
        <source>%1 is ahead.</source>
        <extracomment>the conclusion of a comparison: what is best for this question</extracomment>
        <translation>%1 更优。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Whether everything lies on the cards</source>
        <translation>全部内容是否都放在显卡上</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>With everything on the cards, and its range</source>
        <translation>全部放在显卡上时的需求及其区间</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>剩余空间</translation>
    </message>
    <message>
        <source>On the fullest card; negative: what is missing</source>
        <translation>以最满的一张显卡计；负值表示还缺多少</translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation>最长上下文</translation>
    </message>
    <message>
        <source>That fits with the safety margin, up to what the model was made for</source>
        <translation>留出安全余量时放得下的长度，最多到模型的设计上限</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>放在显卡上的层数</translation>
    </message>
    <message>
        <source>As placed, the output layer included</source>
        <translation>实际放置的层数，含输出层</translation>
    </message>
    <message>
        <source>Generating (decode)</source>
        <translation>解码（decode）</translation>
    </message>
    <message>
        <source>For one user, at the beginning of the context</source>
        <translation>单个用户，处于上下文开头时</translation>
    </message>
    <message>
        <source>Prompt (prefill)</source>
        <translation>预填充（prefill）</translation>
    </message>
    <message>
        <source>Speed of reading the prompt</source>
        <translation>处理提示的速度</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首词元</translation>
    </message>
    <message>
        <source>Time from the prompt to the first token of the answer</source>
        <translation>从发出提示到回答第一个词元的时间</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>All cards together</source>
        <translation>所有显卡合计</translation>
    </message>
    <message>
        <source>Speed per watt</source>
        <translation>每瓦速度</translation>
    </message>
    <message>
        <source>Generating for all users together, by the cards&apos; thermal design power</source>
        <translation>所有用户合计的解码速度，除以显卡的热设计功耗</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>Shader cores of all cards; only the same vendor&apos;s compare</source>
        <translation>所有显卡的着色器核心；只有同一厂商的才可比较</translation>
    </message>
    <message>
        <source>Memory bandwidth</source>
        <translation>显存带宽</translation>
    </message>
    <message>
        <source>Of one card, the slowest one</source>
        <translation>单张显卡，以最慢的一张计</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Of all cards, as sold</source>
        <translation>所有显卡合计的标称容量</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用显存</translation>
    </message>
    <message>
        <source>What a process can have of all cards together</source>
        <translation>一个进程在所有显卡上合计能使用的量</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>算力</translation>
    </message>
    <message>
        <source>16-bit matrix operations of all cards together, without sparsity</source>
        <translation>所有显卡合计的 16 比特矩阵运算，不计稀疏加速</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>热设计功耗（TDP）</translation>
    </message>
    <message>
        <source>Thermal design power of all cards together</source>
        <translation>所有显卡合计的热设计功耗</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>首发价格</translation>
    </message>
    <message>
        <source>Of all cards in US dollars when they were released, where it is known</source>
        <translation>所有显卡发布时的美元价格；未知时留空</translation>
    </message>
    <message>
        <source>Price per GB</source>
        <translation>每 GB 价格</translation>
    </message>
    <message>
        <source>Launch price by VRAM</source>
        <translation>首发价格除以显存容量</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Release year of the oldest card</source>
        <translation>最旧一张显卡的发布年份</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Its cards</source>
        <translation>其中的显卡</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What is asked about</source>
        <translation>所问的内容</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Weight format</source>
        <translation>权重格式</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Tokens of one sequence</source>
        <translation>单个序列的词元数</translation>
    </message>
    <message>
        <source>Sequences at once</source>
        <translation>并发序列数</translation>
    </message>
    <message>
        <source>Concurrent requests; in training the micro-batch</source>
        <translation>并发请求数；训练时为微批次</translation>
    </message>
    <message>
        <source>KV cache format</source>
        <translation>KV 缓存格式</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理框架</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>layers on the cards, layers of the model: &quot;33 of 41&quot;</extracomment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>SliderTrack</name>
    <message>
        <source>Fits up to %1.</source>
        <translation>最高到 %1 放得下。</translation>
    </message>
    <message>
        <source>Tight up to %1.</source>
        <translation>最高到 %1，但已紧张。</translation>
    </message>
    <message>
        <source>Fits up to %1 on %2.</source>
        <extracomment>%1 is a value of a slider with its unit, %2 a card: &quot;Fits up to 41,216 tokens on RTX 4090.&quot;</extracomment>
        <translation>在 %2 上最高到 %1 放得下。</translation>
    </message>
    <message>
        <source>Tight up to %1 on %2.</source>
        <translation>在 %2 上最高到 %1，但已紧张。</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>limited by memory bandwidth</source>
        <translation>受显存带宽限制</translation>
    </message>
    <message>
        <source>limited by compute</source>
        <translation>受算力限制</translation>
    </message>
    <message>
        <source>limited by PCIe</source>
        <translation>受 PCIe 限制</translation>
    </message>
    <message>
        <source>limited by RAM bandwidth</source>
        <translation>受内存带宽限制</translation>
    </message>
    <message>
        <source>First token in time</source>
        <translation>首词元及时</translation>
    </message>
    <message>
        <source>Fast enough</source>
        <translation>够快</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>First token perhaps in time</source>
        <translation>首词元或许及时</translation>
    </message>
    <message>
        <source>Perhaps fast enough</source>
        <translation>或许够快</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>或许</translation>
    </message>
    <message>
        <source>First token too late</source>
        <translation>首词元太慢</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>太慢</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未达标</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>Inference</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>QLoRA</source>
        <translation>QLoRA</translation>
    </message>
    <message>
        <source>Full training</source>
        <translation>全参数训练</translation>
    </message>
</context>
<context>
    <name>TrainingOption</name>
    <message>
        <source>Fine-tuning (SFT)</source>
        <translation>微调（SFT）</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>从头训练</translation>
    </message>
    <message>
        <source>BF16 mixed, FP32 master</source>
        <translation>BF16 混合精度，FP32 主副本</translation>
    </message>
    <message>
        <source>Pure BF16</source>
        <translation>纯 BF16</translation>
    </message>
    <message>
        <source>FP16 mixed, FP32 master</source>
        <translation>FP16 混合精度，FP32 主副本</translation>
    </message>
    <message>
        <source>FP8 mixed</source>
        <translation>FP8 混合精度</translation>
    </message>
    <message>
        <source>Off: keep everything</source>
        <translation>关闭：全部保留</translation>
    </message>
    <message>
        <source>Selective</source>
        <translation>选择性</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>每一层</translation>
    </message>
    <message>
        <source>Every layer, kept in RAM</source>
        <translation>每一层，放内存</translation>
    </message>
    <message>
        <source>All linear layers</source>
        <translation>所有线性层</translation>
    </message>
    <message>
        <source>Attention (q, k, v, o)</source>
        <translation>注意力（q, k, v, o）</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>前馈层</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>All linear, embedding and head</source>
        <translation>所有线性层、嵌入与输出层</translation>
    </message>
    <message>
        <source>None: a copy on each card (DDP)</source>
        <translation>不分摊：每卡一份（DDP）</translation>
    </message>
    <message>
        <source>All logits at once</source>
        <translation>一次算出全部 logits</translation>
    </message>
    <message>
        <source>In chunks</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Fused with the head (Liger)</source>
        <translation>与输出层融合（Liger）</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Optimizer and parameters</source>
        <translation>优化器与参数</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标层</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Mixed precision keeps 32-bit parameters beside the 16-bit ones: 16 to 20 bytes a parameter with AdamW; pure BF16 takes 8 to 10</source>
        <translation>混合精度在 16 位参数之外另存 32 位参数：AdamW 每个参数 16 到 20 字节；纯 BF16 为 8 到 10</translation>
    </message>
    <message>
        <source>AdamW keeps two states for every trained parameter, 8-bit AdamW a byte each, Lion one, Adafactor nearly none</source>
        <translation>AdamW 为每个训练的参数保留两个状态，8 位 AdamW 各占一字节，Lion 一个，Adafactor 几乎没有</translation>
    </message>
    <message>
        <source>Checkpointing</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Keeps only the input of each layer and computes the rest again in the backward pass: much less memory, about a third more time</source>
        <translation>只保留各层的输入，其余在反向传播时重算：显存少很多，时间约多三分之一</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>Micro-batches whose gradients are summed before one step: a larger batch without more activations</source>
        <translation>更新一步前累加梯度的微批次数：批变大，中间激活不变多</translation>
    </message>
    <message>
        <source>Several cards</source>
        <translation>多张卡</translation>
    </message>
    <message>
        <source>What data-parallel cards share out: optimizer states (ZeRO-1), gradients (ZeRO-2), parameters too (ZeRO-3, FSDP)</source>
        <translation>数据并行的各卡分摊什么：优化器状态（ZeRO-1）、梯度（ZeRO-2）、连同参数（ZeRO-3、FSDP）</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Preference and reinforcement methods load further models and generate; their estimates are wider</source>
        <translation>偏好与强化学习方法会加载其他模型并生成内容；估算范围较宽</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Without it scores grow with the square of the sequence</source>
        <translation>不用时，注意力分数随序列长度的平方增加</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>How the logits over the vocabulary become the loss: often the largest share of the activations</source>
        <translation>词表上的 logits 如何变成损失：往往占中间激活的最大部分</translation>
    </message>
    <message>
        <source>Fused kernels</source>
        <translation>融合算子</translation>
    </message>
    <message>
        <source>Norms and activation functions in one kernel each (Liger, Unsloth): fewer values are kept</source>
        <translation>归一化与激活函数各用一个算子（Liger、Unsloth）：保留的数值较少</translation>
    </message>
    <message>
        <source>Weight-decomposed adapters: a magnitude for every row more</source>
        <translation>权重分解的适配器：每行多一个幅度</translation>
    </message>
    <message>
        <source>LoRA dropout</source>
        <translation>LoRA 丢弃率</translation>
    </message>
    <message>
        <source>Above 0 every adapter keeps a mask of its input</source>
        <translation>大于 0 时，每个适配器都保留输入的掩码</translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation>适配器数</translation>
    </message>
    <message>
        <source>Held at once; one of them is trained</source>
        <translation>同时保留的数量；训练其中一个</translation>
    </message>
    <message>
        <source>Train embedding</source>
        <translation>训练嵌入层</translation>
    </message>
    <message>
        <source>Off: embedding and head are frozen, without gradients and states</source>
        <translation>关闭：嵌入与输出层冻结，没有梯度与状态</translation>
    </message>
    <message>
        <source>Step in backward</source>
        <translation>反向时更新</translation>
    </message>
    <message>
        <source>Each layer is updated as its gradient arrives: one layer&apos;s gradient instead of all</source>
        <translation>梯度一到就更新该层：只需一层的梯度</translation>
    </message>
    <message>
        <source>Offload to RAM</source>
        <translation>放到内存</translation>
    </message>
    <message>
        <source>Moved to system memory and back in every step: slow, and much RAM</source>
        <translation>每一步都在内存与显卡间搬移：慢，且需要大量内存</translation>
    </message>
    <message>
        <source>Layers a checkpoint</source>
        <translation>每检查点层数</translation>
    </message>
    <message>
        <source>One checkpoint for so many layers, which are computed again together</source>
        <translation>每这么多层设一个检查点，并一起重算</translation>
    </message>
    <message>
        <source>Tensor parallel</source>
        <translation>张量并行</translation>
    </message>
    <message>
        <source>Cards that share every matrix; the degrees multiplied have to divide the number of cards</source>
        <translation>共同分摊每个矩阵的卡数；各并行度相乘须能整除卡数</translation>
    </message>
    <message>
        <source>Context parallel</source>
        <translation>上下文并行</translation>
    </message>
    <message>
        <source>Cards that share a sequence</source>
        <translation>共同分摊一条序列的卡数</translation>
    </message>
    <message>
        <source>Pipeline parallel</source>
        <translation>流水线并行</translation>
    </message>
    <message>
        <source>Stages of layers; the first one keeps a micro-batch for every stage</source>
        <translation>由若干层组成的阶段；第一个阶段为每个阶段保留一个微批次</translation>
    </message>
    <message>
        <source>Expert parallel</source>
        <translation>专家并行</translation>
    </message>
    <message>
        <source>Cards that share the experts</source>
        <translation>共同分摊专家的卡数</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>编译</translation>
    </message>
    <message>
        <source>torch.compile: compiled layers keep fewer values for the backward pass</source>
        <translation>torch.compile：编译后的层为反向传播保留较少的数值</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Width of the adapter; its size, gradients and states grow with it. Any whole number can be typed.</source>
        <translation>适配器的宽度；其大小、梯度与优化器状态都随之增长。可直接输入任意整数。</translation>
    </message>
    <message>
        <source>The matrices that get an adapter: the more and the larger they are, the more memory it takes, and the more inputs are kept</source>
        <translation>要加适配器的矩阵：数量越多、尺寸越大，占用的显存越多，要保留的输入也越多</translation>
    </message>
    <message>
        <source>Optimizer rank</source>
        <translation>优化器的秩</translation>
    </message>
    <message>
        <source>Rank of the space in which GaLore and APOLLO keep their states; the states grow with it</source>
        <translation>GaLore 与 APOLLO 存放状态的低秩空间的秩；状态随之变大</translation>
    </message>
    <message>
        <source>Sequence parallel</source>
        <translation>序列并行</translation>
    </message>
    <message>
        <source>Norms and residuals are shared too, not only the matrices</source>
        <translation>除了矩阵，归一化与残差也一并分摊</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message numerus="yes">
        <source>%n entry or entries of your own catalogue files were left out. The first: %1</source>
        <translation>
            <numerusform>您自己的数据文件中有 %n 条未被采用。第一条：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings could not be read and begin anew. The old file is kept as %1.</source>
        <translation>无法读取设置，已恢复默认值。原文件已另存为 %1。</translation>
    </message>
    <message>
        <source>The last question could not be read and was kept as %1. %2</source>
        <translation>无法读取上次的场景，文件已保留为 %1。%2</translation>
    </message>
    <message>
        <source>The settings cannot be written to %1: they hold until the program ends. Make room there or allow writing.</source>
        <translation>无法将设置写入 %1，更改仅在本次运行期间有效。请腾出空间，或允许写入该处。</translation>
    </message>
    <message>
        <source>The question cannot be kept for the next start (%1: %2). Make room there or allow writing, or save it elsewhere with File &gt; Save as.</source>
        <translation>无法为下次启动保留当前场景（%1：%2）。请腾出空间或允许写入该处，或用“文件 &gt; 另存为”保存到别处。</translation>
    </message>
    <message>
        <source>Your changes to %1 are here again. They are not in the file yet: save them with File &gt; Save, or open the file again to drop them.</source>
        <translation>您对 %1 的更改仍在，但尚未写入文件：可用“文件 &gt; 保存”保存，或重新打开该文件以放弃更改。</translation>
    </message>
    <message>
        <source>Your unsaved changes to %1 were kept as %2. Open them with File &gt; Open recent.</source>
        <translation>您对 %1 未保存的更改已保留为 %2，可从“文件 &gt; 最近打开的文件”打开。</translation>
    </message>
</context>
<context>
    <name>Vendor</name>
    <message>
        <source>NVIDIA</source>
        <translation>NVIDIA</translation>
    </message>
    <message>
        <source>AMD</source>
        <translation>AMD</translation>
    </message>
    <message>
        <source>Intel</source>
        <translation>Intel</translation>
    </message>
    <message>
        <source>Apple</source>
        <translation>Apple</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>Needs offload</source>
        <translation>需借用内存</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Offload %1/%2</source>
        <extracomment>verdict of one row: 33 of 41 layers lie on the card, the others in system memory; keep it short</extracomment>
        <translation>借用，卡上 %1/%2 层</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>{layers} layers × batch {sequences} × ({conv-steps} steps × {conv-channels} channels × {conv-bytes} + {state-elements} state values × {state-bytes}) bytes = {result}</source>
        <translation>{layers} 层 × 批大小 {sequences} × ({conv-steps} 步 × {conv-channels} 个通道 × {conv-bytes} + {state-elements} 个状态值 × {state-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × batch {sequences} × {conv-steps} steps × {conv-channels} channels × {conv-bytes} bytes = {result}</source>
        <translation>{layers} 层 × 批大小 {sequences} × {conv-steps} 步 × {conv-channels} 个通道 × {conv-bytes} 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × batch {sequences} × {state-elements} state values × {state-bytes} bytes = {result}</source>
        <translation>{layers} 层 × 批大小 {sequences} × {state-elements} 个状态值 × {state-bytes} 字节 = {result}</translation>
    </message>
    <message>
        <source>{cards} cards × ({non-torch} + {cuda-graphs}) = {result}</source>
        <translation>{cards} 张显卡 × ({non-torch} + {cuda-graphs}) = {result}</translation>
    </message>
    <message>
        <source>{non-torch} + {cuda-graphs} = {result}</source>
        <translation>{non-torch} + {cuda-graphs} = {result}</translation>
    </message>
    <message>
        <source>{cards} cards × {driver-context} = {result}</source>
        <translation>{cards} 张显卡 × {driver-context} = {result}</translation>
    </message>
    <message>
        <source>{driver-context}, once on the card</source>
        <translation>{driver-context}，每张显卡一份</translation>
    </message>
    <message>
        <source>{cards} cards × {non-torch} = {result}</source>
        <translation>{cards} 张显卡 × {non-torch} = {result}</translation>
    </message>
    <message>
        <source>{non-torch}, once on the card</source>
        <translation>{non-torch}，每张显卡一份</translation>
    </message>
    <message>
        <source>4 bytes × {vocabulary} × batch {sequences} = {result}</source>
        <translation>4 字节 × {vocabulary} × 批大小 {sequences} = {result}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + {bytes-per-logit} bytes × {max-sequences} sequences × {vocabulary} + experts {expert-caches}</source>
        <translation>{bytes-per-hidden} 字节 × {batched-tokens} 个词元 × {hidden-size} + {bytes-per-logit} 字节 × {max-sequences} 个序列 × {vocabulary} + 专家 {expert-caches}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + {bytes-per-logit} bytes × {max-sequences} sequences × {vocabulary}</source>
        <translation>{bytes-per-hidden} 字节 × {batched-tokens} 个词元 × {hidden-size} + {bytes-per-logit} 字节 × {max-sequences} 个序列 × {vocabulary}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + 6 bytes × {batched-tokens} tokens × {feed-forward-width} + experts {expert-caches}</source>
        <translation>{bytes-per-hidden} 字节 × {batched-tokens} 个词元 × {hidden-size} + 6 字节 × {batched-tokens} 个词元 × {feed-forward-width} + 专家 {expert-caches}</translation>
    </message>
    <message>
        <source>{bytes-per-hidden} bytes × {batched-tokens} tokens × {hidden-size} + 6 bytes × {batched-tokens} tokens × {feed-forward-width}</source>
        <translation>{bytes-per-hidden} 字节 × {batched-tokens} 个词元 × {hidden-size} + 6 字节 × {batched-tokens} 个词元 × {feed-forward-width}</translation>
    </message>
    <message>
        <source>The peak that vLLM measures at start: {result}</source>
        <translation>vLLM 启动时测得的峰值：{result}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × {value-size} bytes × (3 × {feed-forward-width} + 4 × {hidden-size}) − {later-cache}</source>
        <translation>{base} + {prompt} 个词元 × 批大小 {sequences} × {value-size} 字节 × (3 × {feed-forward-width} + 4 × {hidden-size}) − {later-cache}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × {value-size} bytes × (3 × {feed-forward-width} + 4 × {hidden-size})</source>
        <translation>{base} + {prompt} 个词元 × 批大小 {sequences} × {value-size} 字节 × (3 × {feed-forward-width} + 4 × {hidden-size})</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × 6 bytes × {vocabulary} − {later-cache}</source>
        <translation>{base} + {prompt} 个词元 × 批大小 {sequences} × 6 字节 × {vocabulary} − {later-cache}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × batch {sequences} × 6 bytes × {vocabulary}</source>
        <translation>{base} + {prompt} 个词元 × 批大小 {sequences} × 6 字节 × {vocabulary}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × {prompt} tokens × batch {sequences} × 8 bytes × {heads} heads − {later-cache}</source>
        <translation>{base} + {prompt} 个词元 × {prompt} 个词元 × 批大小 {sequences} × 8 字节 × {heads} 个注意力头 − {later-cache}</translation>
    </message>
    <message>
        <source>{base} + {prompt} tokens × {prompt} tokens × batch {sequences} × 8 bytes × {heads} heads</source>
        <translation>{base} + {prompt} 个词元 × {prompt} 个词元 × 批大小 {sequences} × 8 字节 × {heads} 个注意力头</translation>
    </message>
    <message>
        <source>{base}: the cache leaves room enough</source>
        <translation>{base}：缓存留下的空间已足够</translation>
    </message>
    <message>
        <source>The widest moment of processing the prompt: {result}</source>
        <translation>处理提示词时用量最大的时刻：{result}</translation>
    </message>
    <message>
        <source>transformer blocks</source>
        <translation>Transformer 块</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>token embedding</source>
        <translation>词元嵌入层</translation>
    </message>
    <message>
        <source>other tensors</source>
        <translation>其他张量</translation>
    </message>
    <message>
        <source>token embedding again, as the output layer</source>
        <translation>词元嵌入层再一份，作为输出层</translation>
    </message>
    <message>
        <source>not counted: token embedding in system memory</source>
        <translation>不计入：放在内存中的词元嵌入层</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>average bits per weight</source>
        <translation>平均每权重比特数</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>layers that they take the room of</source>
        <translation>实际占用空间的层数</translation>
    </message>
    <message>
        <source>groups of layers are padded to equal size</source>
        <translation>各组的层补齐到相同大小</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>what does not divide among the cards is kept on each</source>
        <translation>无法在显卡间切分的部分，每张各存一份</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>padded to 256</source>
        <translation>补齐到 256 的倍数</translation>
    </message>
    <message>
        <source>cached positions</source>
        <translation>缓存的位置数</translation>
    </message>
    <message>
        <source>context or window, in the runtime&apos;s pages</source>
        <translation>上下文或窗口，按推理框架的分页取整</translation>
    </message>
    <message>
        <source>context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>sliding window</source>
        <translation>滑动窗口</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>the runtime&apos;s default, at most the context</source>
        <translation>推理框架的默认值，不超过上下文</translation>
    </message>
    <message>
        <source>the sparse attention&apos;s indexer</source>
        <translation>稀疏注意力的索引器</translation>
    </message>
    <message>
        <source>steps that the convolution remembers</source>
        <translation>卷积记住的步数</translation>
    </message>
    <message>
        <source>channels of the convolution</source>
        <translation>卷积的通道数</translation>
    </message>
    <message>
        <source>bytes a value of the convolution</source>
        <translation>卷积每个数值的字节数</translation>
    </message>
    <message>
        <source>the runtime&apos;s own type</source>
        <translation>推理框架自己的类型</translation>
    </message>
    <message>
        <source>values of the state</source>
        <translation>状态的数值个数</translation>
    </message>
    <message>
        <source>bytes a value of the state</source>
        <translation>状态每个数值的字节数</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>显卡数量</translation>
    </message>
    <message>
        <source>driver context of the process</source>
        <translation>进程的驱动上下文</translation>
    </message>
    <message>
        <source>memory outside PyTorch</source>
        <translation>PyTorch 以外的显存</translation>
    </message>
    <message>
        <source>CUDA graphs</source>
        <translation>CUDA Graphs</translation>
    </message>
    <message>
        <source>attention mask</source>
        <translation>注意力掩码</translation>
    </message>
    <message>
        <source>micro-batch × cells × 2 bytes (4 without flash attention)</source>
        <translation>微批次 × 单元数 × 2 字节(不使用 flash attention 时为 4)</translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation>隐藏维度</translation>
    </message>
    <message>
        <source>feed-forward width</source>
        <translation>前馈层宽度</translation>
    </message>
    <message>
        <source>attention heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>tokens of one step</source>
        <translation>单个步骤的词元数</translation>
    </message>
    <message>
        <source>the runtime&apos;s default for this card</source>
        <translation>推理框架对该显卡的默认值</translation>
    </message>
    <message>
        <source>sequences of one step</source>
        <translation>单个步骤的序列数</translation>
    </message>
    <message>
        <source>bytes a hidden value</source>
        <translation>每个隐藏层数值的字节数</translation>
    </message>
    <message>
        <source>bytes a logit</source>
        <translation>每个 logit 的字节数</translation>
    </message>
    <message>
        <source>the experts&apos; intermediate values</source>
        <translation>专家的中间数值</translation>
    </message>
    <message>
        <source>16 bits, for the used experts of one step</source>
        <translation>16 比特，单个步骤中激活的专家</translation>
    </message>
    <message>
        <source>fixed share</source>
        <translation>固定部分</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词长度</translation>
    </message>
    <message>
        <source>bytes a value</source>
        <translation>每个数值的字节数</translation>
    </message>
    <message>
        <source>the type that the model computes in</source>
        <translation>模型计算时使用的类型</translation>
    </message>
    <message>
        <source>cache that is still free then</source>
        <translation>此时尚未使用的缓存</translation>
    </message>
    <message>
        <source>the context beyond the prompt</source>
        <translation>提示词之后的上下文</translation>
    </message>
    <message>
        <source>The format&apos;s choice of a type for each tensor is not modelled: its typical bits per weight vary by model.</source>
        <translation>该格式如何为各张量选择类型未建模；其典型的每权重比特数因模型而异。</translation>
    </message>
    <message>
        <source>Fitted on the start-up logs of 27 runs of vLLM; the range holds their spread.</source>
        <translation>根据 27 次 vLLM 启动日志拟合；范围涵盖其离散程度。</translation>
    </message>
    <message>
        <source>Compared with published measurements of Transformers; the range holds their spread.</source>
        <translation>已与公开的 Transformers 实测值比对；范围涵盖其离散程度。</translation>
    </message>
    <message>
        <source>It differs by driver, operating system and card; the range holds what was seen or is likely.</source>
        <translation>因驱动程序、操作系统和显卡而异；范围涵盖实际观察到或可能出现的数值。</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>模型架构</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Largest phase: the attention scores</source>
        <translation>最大的阶段：注意力分数</translation>
    </message>
    <message>
        <source>Logits that the program reads</source>
        <translation>程序读取的 logits</translation>
    </message>
    <message>
        <source>Peak of one step: hidden values and logits</source>
        <translation>单个步骤的峰值：隐藏层数值和 logits</translation>
    </message>
    <message>
        <source>Peak of one step: hidden values and feed-forward</source>
        <translation>单个步骤的峰值：隐藏层数值和前馈层</translation>
    </message>
    <message>
        <source>Largest phase: the prompt’s feed-forward</source>
        <translation>最大的阶段：提示词的前馈层</translation>
    </message>
    <message>
        <source>Largest phase: the prompt’s logits</source>
        <translation>最大的阶段：提示词的 logits</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a term of a sum: its name and its size</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 cards × (%2) = %3</source>
        <extracomment>number of cards, formula for one of them, result</extracomment>
        <translation>%1 张显卡 × (%2) = %3</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <extracomment>a size below one kilobyte</extracomment>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Layers with a sliding window</source>
        <translation>使用滑动窗口的层</translation>
    </message>
    <message>
        <source>Layers that see the whole context</source>
        <translation>能看到完整上下文的层</translation>
    </message>
    <message>
        <source>Between %1 and %2. %3</source>
        <extracomment>lower end, upper end, why</extracomment>
        <translation>介于 %1 和 %2 之间。%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>where a figure came from, and more precisely</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Operand</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Exact: %1 bytes.</source>
        <extracomment>a figure without a range; the number of bytes</extracomment>
        <translation>精确值：%1 字节。</translation>
    </message>
    <message>
        <source>Total %1 (%2), usable %3, left on the fullest card %4.</source>
        <extracomment>total, its range, usable memory, what is left</extracomment>
        <translation>总计 %1（%2），可用 %3，最满的显卡剩余 %4。</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells × batch {sequences} × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{layers} 层 × {cells} 个单元 × 批大小 {sequences} × 潜在向量 {latent-width} × {key-bytes} 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{layers} 层 × {cells} 个单元 × 批大小 {sequences} × (键 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells that all sequences share × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{layers} 层 × 所有序列共用的 {cells} 个单元 × 潜在向量 {latent-width} × {key-bytes} 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {cells} cells that all sequences share × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{layers} 层 × 所有序列共用的 {cells} 个单元 × (键 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × {layers} layers × {positions} positions × batch {sequences} × (latent {latent-width} × {key-bytes} + {indexer-bytes} of the indexer) bytes = {result}</source>
        <translation>{copies} 份 × {layers} 层 × {positions} 个位置 × 批大小 {sequences} × (潜在向量 {latent-width} × {key-bytes} + 索引器 {indexer-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {positions} positions × batch {sequences} × (latent {latent-width} × {key-bytes} + {indexer-bytes} of the indexer) bytes = {result}</source>
        <translation>{layers} 层 × {positions} 个位置 × 批大小 {sequences} × (潜在向量 {latent-width} × {key-bytes} + 索引器 {indexer-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × {layers} layers × {positions} positions × batch {sequences} × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{copies} 份 × {layers} 层 × {positions} 个位置 × 批大小 {sequences} × 潜在向量 {latent-width} × {key-bytes} 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {positions} positions × batch {sequences} × latent {latent-width} × {key-bytes} bytes = {result}</source>
        <translation>{layers} 层 × {positions} 个位置 × 批大小 {sequences} × 潜在向量 {latent-width} × {key-bytes} 字节 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × room of {room-layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{copies} 份 × {room-layers} 层的空间 × {positions} 个位置 × 批大小 {sequences} × (键 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>room of {room-layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{room-layers} 层的空间 × {positions} 个位置 × 批大小 {sequences} × (键 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>{copies} copies × {layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{copies} 份 × {layers} 层 × {positions} 个位置 × 批大小 {sequences} × (键 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>{layers} layers × {positions} positions × batch {sequences} × (keys {key-width} × {key-bytes} + values {value-width} × {value-bytes}) bytes = {result}</source>
        <translation>{layers} 层 × {positions} 个位置 × 批大小 {sequences} × (键 {key-width} × {key-bytes} + 值 {value-width} × {value-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>width of a key, for one position and layer</source>
        <translation>每个位置、每层的键宽度</translation>
    </message>
    <message>
        <source>width of a value, for one position and layer</source>
        <translation>每个位置、每层的值宽度</translation>
    </message>
    <message>
        <source>width of the latent, for one position and layer</source>
        <translation>每个位置、每层的潜在向量宽度</translation>
    </message>
    <message>
        <source>bytes per element of a key</source>
        <translation>键的每个元素的字节数</translation>
    </message>
    <message>
        <source>bytes per element of a value</source>
        <translation>值的每个元素的字节数</translation>
    </message>
    <message>
        <source>The peak of llama.cpp’s largest graph, laid out as its allocator does: {result}</source>
        <translation>llama.cpp 最大计算图的峰值，按其分配器的方式排布：{result}</translation>
    </message>
    <message>
        <source>Exact for architectures whose figures were compared with llama.cpp’s own; for others the range holds what leaving a trait out cost.</source>
        <translation>与 llama.cpp 自身数值比对过的结构是精确的；其他结构的区间取自漏掉某项特性时的误差。</translation>
    </message>
    <message>
        <source>Largest phase: generating, with two copies of the cache</source>
        <translation>最大阶段:生成,同时有两份缓存</translation>
    </message>
    <message>
        <source>{base} + {old-cache} of cache from the step before</source>
        <translation>{base} + 上一步的缓存 {old-cache}</translation>
    </message>
    <message>
        <source>rounding, copies and position tables</source>
        <translation>取整、副本与位置表</translation>
    </message>
    <message>
        <source>cache of the step before</source>
        <translation>上一步的缓存</translation>
    </message>
    <message>
        <source>Fullest moment: before the first layer</source>
        <translation>占用最高的时刻：第一层之前</translation>
    </message>
    <message>
        <source>Fullest moment: joining a layer’s result</source>
        <translation>占用最高的时刻：并入一层的结果</translation>
    </message>
    <message>
        <source>Fullest moment: the attention</source>
        <translation>占用最高的时刻：注意力</translation>
    </message>
    <message>
        <source>Fullest moment: the attention scores</source>
        <translation>占用最高的时刻：注意力分数</translation>
    </message>
    <message>
        <source>Fullest moment: the recurrent layer</source>
        <translation>占用最高的时刻：循环层</translation>
    </message>
    <message>
        <source>Fullest moment: the feed-forward layer</source>
        <translation>占用最高的时刻：前馈层</translation>
    </message>
    <message>
        <source>Fullest moment: the experts</source>
        <translation>占用最高的时刻：专家</translation>
    </message>
    <message>
        <source>Fullest moment: the logits</source>
        <translation>占用最高的时刻：logits</translation>
    </message>
    <message>
        <source>Fullest moment: copying weights from system memory</source>
        <translation>占用最高的时刻：从内存复制权重</translation>
    </message>
    <message>
        <source>positions and indices</source>
        <translation>位置与索引</translation>
    </message>
    <message>
        <source>as llama.cpp lays out its buffer</source>
        <translation>按 llama.cpp 排布其缓冲区的方式</translation>
    </message>
    <message>
        <source>residual stream</source>
        <translation>残差流</translation>
    </message>
    <message>
        <source>values inside the attention</source>
        <translation>注意力内部的数值</translation>
    </message>
    <message>
        <source>attention scores</source>
        <translation>注意力分数</translation>
    </message>
    <message>
        <source>values inside the recurrent layer</source>
        <translation>循环层内部的数值</translation>
    </message>
    <message>
        <source>values inside the feed-forward layer</source>
        <translation>前馈层内部的数值</translation>
    </message>
    <message>
        <source>values inside the experts</source>
        <translation>专家内部的数值</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>weights copied from system memory</source>
        <translation>从内存复制来的权重</translation>
    </message>
    <message>
        <source>16-bit copies of one layer’s quantized cache</source>
        <translation>单层量化缓存的 16 比特副本</translation>
    </message>
    <message>
        <source>gaps between them</source>
        <translation>其间的空隙</translation>
    </message>
    <message>
        <source>{layers} layers × batch {sequences} × {state-slots} states × ({conv-steps} steps × {conv-channels} channels × {conv-bytes} + {state-elements} state values × {state-bytes}) bytes = {result}</source>
        <translation>{layers} 层 × 批大小 {sequences} × {state-slots} 份状态 × ({conv-steps} 步 × {conv-channels} 通道 × {conv-bytes} + {state-elements} 个状态值 × {state-bytes}) 字节 = {result}</translation>
    </message>
    <message>
        <source>values of one step in a block</source>
        <translation>一步在单个块中的数值</translation>
    </message>
    <message>
        <source>2 bytes × tokens × (3 × feed-forward width + 4 × hidden size), shared out over tensor-parallel cards where it divides</source>
        <translation>2 字节 × 词元数 × (3 × 前馈层宽度 + 4 × 隐藏维度)，能均分的部分由张量并行的各张卡分担</translation>
    </message>
    <message>
        <source>one row of the vocabulary for each sequence of a step</source>
        <translation>一步中每个序列一行，长度为词表</translation>
    </message>
    <message>
        <source>one matrix in 16 bits</source>
        <translation>一个还原成 16 比特的矩阵</translation>
    </message>
    <message>
        <source>the largest quantized matrix is unpacked for long prompts</source>
        <translation>处理长提示时会解开最大的量化矩阵</translation>
    </message>
    <message>
        <source>one layer’s cache in 16 bits</source>
        <translation>一层还原成 16 比特的缓存</translation>
    </message>
    <message>
        <source>a quantized cache is unpacked layer by layer</source>
        <translation>量化的缓存逐层解开</translation>
    </message>
    <message>
        <source>buffers that are kept</source>
        <translation>保留的缓冲区</translation>
    </message>
    <message>
        <source>table of the requests’ tokens</source>
        <translation>请求的词元对照表</translation>
    </message>
    <message>
        <source>4 bytes × context × requests that may run (2048 unless set)</source>
        <translation>4 字节 × 上下文长度 × 可同时运行的请求数(未设置时为 2048)</translation>
    </message>
    <message>
        <source>share of the card for weights and cache</source>
        <translation>权重与缓存可用的显卡比例</translation>
    </message>
    <message>
        <source>mem_fraction_static as SGLang chooses it for this card</source>
        <translation>SGLang 为这张卡选定的 mem_fraction_static</translation>
    </message>
    <message>
        <source>held back for it by SGLang</source>
        <translation>SGLang 为此保留的空间</translation>
    </message>
    <message>
        <source>the rest of the card, less graphs and tables</source>
        <translation>显卡其余的空间，扣除 CUDA Graph 与对照表</translation>
    </message>
    <message>
        <source>states a sequence</source>
        <translation>每个序列的状态份数</translation>
    </message>
    <message>
        <source>SGLang keeps three, so that prefixes can be reused</source>
        <translation>SGLang 保留三份，以便复用相同的前缀</translation>
    </message>
    <message>
        <source>The upper end is what SGLang holds back for it by its own rule; the figure itself has not been compared with measurements.</source>
        <translation>上限是 SGLang 按自身规则为此保留的空间；数值本身尚未与实测比对。</translation>
    </message>
    <message>
        <source>From the runtime’s own settings and source; not compared with measurements yet, hence the wide range.</source>
        <translation>根据推理框架自身的设置与源代码推得；尚未与实测比对，因此范围较宽。</translation>
    </message>
    <message>
        <source>The cache grows while you chat: %1 at the first token, %2 when the context is full.</source>
        <translation>对话越长缓存越大：首个词元时 %1，上下文用满时 %2。</translation>
    </message>
    <message>
        <source>Loaded beside the model</source>
        <translation>与模型一同加载</translation>
    </message>
    <message>
        <source>{adapters} adapters × rank {lora-rank} × {adapter-widths} inputs and outputs × {adapter-bytes} bytes = {result}</source>
        <translation>{adapters} 个适配器 × 秩 {lora-rank} × {adapter-widths} 个输入与输出 × {adapter-bytes} 字节 = {result}</translation>
    </message>
    <message>
        <source>adapters</source>
        <translation>适配器个数</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>inputs and outputs of all target matrices</source>
        <translation>所有目标矩阵的输入与输出维度总和</translation>
    </message>
    <message>
        <source>bytes a value of the adapter</source>
        <translation>适配器每个数值的字节数</translation>
    </message>
    <message>
        <source>draft model</source>
        <translation>草稿模型</translation>
    </message>
    <message>
        <source>vision part in 16 bits</source>
        <translation>16 比特的视觉部分</translation>
    </message>
    <message>
        <source>working memory of the vision part</source>
        <translation>视觉部分的工作内存</translation>
    </message>
    <message>
        <source>Total %1 (%2), usable %3, %4 short on the fullest card.</source>
        <extracomment>total, its range, usable memory, what is missing</extracomment>
        <translation>总计 %1（%2），可用 %3，最满的显卡缺 %4。</translation>
    </message>
    <message>
        <source>layers of multi-token prediction</source>
        <translation>多词元预测层</translation>
    </message>
    <message>
        <source>their KV cache</source>
        <translation>这些层的 KV 缓存</translation>
    </message>
    <message>
        <source>further states to go back to</source>
        <translation>用于回退的额外状态</translation>
    </message>
    <message>
        <source>working buffers of the drafting context</source>
        <translation>起草用的工作缓冲区</translation>
    </message>
    <message>
        <source>layers of multi-token prediction (number)</source>
        <translation>多词元预测层数</translation>
    </message>
    <message>
        <source>tokens drafted at a time</source>
        <translation>每次起草的词元数</translation>
    </message>
    <message>
        <source>the runtime&apos;s default</source>
        <translation>推理框架的默认值</translation>
    </message>
    <message>
        <source>Reserved by the runtime, on the card with the least room</source>
        <translation>推理框架预留的部分，以空间最少的显卡为准</translation>
    </message>
    <message>
        <source>{pool-card} × {pool-share} − {pool-taken} = {result}, of which this question needs {pool-needed}</source>
        <translation>{pool-card} × {pool-share} − {pool-taken} = {result}，这个问题需要其中的 {pool-needed}</translation>
    </message>
    <message>
        <source>({pool-card} − {pool-taken}) × {pool-share} = {result}, of which this question needs {pool-needed}</source>
        <translation>({pool-card} − {pool-taken}) × {pool-share} = {result}，这个问题需要其中的 {pool-needed}</translation>
    </message>
    <message>
        <source>{pool-card} × {pool-share} leaves nothing beside {pool-taken}: {result} for a cache of {pool-needed}</source>
        <translation>{pool-card} × {pool-share} 扣除 {pool-taken} 后没有剩余：{result}，而缓存需要 {pool-needed}</translation>
    </message>
    <message>
        <source>memory of the card as the runtime counts it</source>
        <translation>推理框架所计的显卡内存</translation>
    </message>
    <message>
        <source>share that the runtime takes</source>
        <translation>推理框架占用的比例</translation>
    </message>
    <message>
        <source>taken before the cache</source>
        <translation>缓存之前已占用</translation>
    </message>
    <message>
        <source>the sum of the following</source>
        <translation>以下各项合计</translation>
    </message>
    <message>
        <source>weights on this card</source>
        <translation>这张显卡上的权重</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>同上</translation>
    </message>
    <message>
        <source>working memory of one step</source>
        <translation>单个步骤的工作内存</translation>
    </message>
    <message>
        <source>the process’s own share</source>
        <translation>进程自身占用</translation>
    </message>
    <message>
        <source>recurrent states on this card</source>
        <translation>这张显卡上的循环状态</translation>
    </message>
    <message>
        <source>cache of this question on this card</source>
        <translation>这个问题在这张显卡上的缓存</translation>
    </message>
    <message>
        <source>tokens that the pool holds</source>
        <translation>预留空间可容纳的词元数</translation>
    </message>
    <message>
        <source>whole pages</source>
        <translation>按整页计</translation>
    </message>
    <message>
        <source>requests of this context that it holds at once</source>
        <translation>可同时容纳的同长度请求数</translation>
    </message>
    <message>
        <source>whole requests</source>
        <translation>按整个请求计</translation>
    </message>
    <message>
        <source>Fullest moment: the backward pass</source>
        <translation>最满的时刻：反向传播</translation>
    </message>
    <message>
        <source>Fullest moment: the optimizer’s step</source>
        <translation>最满的时刻：优化器更新</translation>
    </message>
    <message>
        <source>the model’s parameters</source>
        <translation>模型的参数</translation>
    </message>
    <message>
        <source>layers gathered from all cards</source>
        <translation>从各卡收集的层</translation>
    </message>
    <message>
        <source>the one that runs and the next</source>
        <translation>正在运行的一层与下一层</translation>
    </message>
    <message>
        <source>embedding and head in 32 bits</source>
        <translation>32 位的嵌入与输出层</translation>
    </message>
    <message>
        <source>further models</source>
        <translation>其他模型</translation>
    </message>
    <message>
        <source>reference, reward and value model as large as this one</source>
        <translation>参考、奖励与价值模型与本模型一样大</translation>
    </message>
    <message>
        <source>weights of the adapter</source>
        <translation>适配器的权重</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradients on their way to other cards</source>
        <translation>正在传往其他卡的梯度</translation>
    </message>
    <message>
        <source>buckets of the framework</source>
        <translation>框架的缓冲桶</translation>
    </message>
    <message>
        <source>bytes a gradient</source>
        <translation>每个梯度的字节数</translation>
    </message>
    <message>
        <source>by the precision</source>
        <translation>按精度</translation>
    </message>
    <message>
        <source>room that gradients take over later</source>
        <translation>稍后由梯度接用的空间</translation>
    </message>
    <message>
        <source>states of the optimizer</source>
        <translation>优化器的状态</translation>
    </message>
    <message>
        <source>32-bit copy of the parameters</source>
        <translation>参数的 32 位副本</translation>
    </message>
    <message>
        <source>copies that the step makes</source>
        <translation>更新时产生的副本</translation>
    </message>
    <message>
        <source>values kept for the backward pass</source>
        <translation>为反向传播保留的数值</translation>
    </message>
    <message>
        <source>values of the layer that is computed again</source>
        <translation>重新计算的那一层的数值</translation>
    </message>
    <message>
        <source>logits and loss</source>
        <translation>logits 与损失</translation>
    </message>
    <message>
        <source>KV cache of the generated answers</source>
        <translation>生成回答的 KV 缓存</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>tokens of a micro-batch</source>
        <translation>一个微批次的词元数</translation>
    </message>
    <message>
        <source>micro-batches in flight</source>
        <translation>进行中的微批次</translation>
    </message>
    <message>
        <source>as many as stages follow</source>
        <translation>与后续阶段一样多</translation>
    </message>
    <message>
        <source>Training computes forward and backward. It keeps weights, gradients, optimizer states and the activations of all layers. It wants compute, memory, several GPUs and bandwidth between them, and runs almost only on GPUs.</source>
        <translation>训练要做前向与反向计算，需要保留权重、梯度、优化器状态和所有层的中间激活。它对算力、显存、多张 GPU 及其互联带宽都有要求，几乎只在 GPU 上进行。</translation>
    </message>
    <message>
        <source>Inference computes forward only. It keeps weights, the KV cache and the activations of the present step. It wants memory capacity first, then bandwidth and low latency, and runs on GPUs, CPUs and machines with unified memory.</source>
        <translation>推理只做前向计算，只保留权重、KV 缓存和当前这一步的中间激活。它首先看重显存容量，其次是带宽和低延迟，在 GPU、CPU 和统一内存的机器上都能运行。</translation>
    </message>
    <message>
        <source>Moved to RAM, which is the GPU’s own memory here</source>
        <translation>移到内存；在这台机器上，它同时也是 GPU 的显存</translation>
    </message>
    <message>
        <source>what training moves to RAM</source>
        <translation>训练移到内存的内容</translation>
    </message>
    <message>
        <source>Fitted on measured training runs: the range is a share of the whole run and holds most of them. It is wider where the framework or the method was not measured.</source>
        <translation>用实测的训练拟合：范围是整次训练的一个比例，涵盖其中大多数；框架或方法没有实测时，范围更宽。</translation>
    </message>
    <message>
        <source>not counted: routed experts in system memory</source>
        <translation>未计入：内存中的路由专家</translation>
    </message>
    <message>
        <source>not counted: it lies in system memory</source>
        <translation>未计入：放在内存</translation>
    </message>
    <message>
        <source>the same in the other replicas</source>
        <translation>其他副本中的同样内容</translation>
    </message>
    <message>
        <source>%1 has more cores (%3 against %4), but its %5 do not hold this model; the %6 of %2 do.</source>
        <extracomment>two cards: the first has more cores (number against number), but its memory does not hold the model; the second&apos;s does</extracomment>
        <translation>%1 的核心更多（%3 对 %4），但它的 %5 放不下这个模型；%2 的 %6 放得下。</translation>
    </message>
    <message>
        <source>And there each token waits for the memory (%2 GB/s), not for the cores: %1 would gain little from more of them.</source>
        <extracomment>the card, its bandwidth in GB/s</extracomment>
        <translation>而且在那里，每个词元等的是显存（%2 GB/s），而不是核心：%1 的核心再多，也快不了多少。</translation>
    </message>
    <message>
        <source>meanwhile</source>
        <extracomment>of reading or computing that goes on at the same time as something that takes longer</extracomment>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>Read from VRAM</source>
        <translation>从显存读取</translation>
    </message>
    <message>
        <source>Read from RAM</source>
        <translation>从内存读取</translation>
    </message>
    <message>
        <source>Sent over PCIe</source>
        <translation>经 PCIe 传送</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Latency of kernels and between cards</source>
        <translation>内核与卡间的延迟</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Generating · %1</source>
        <extracomment>speed of generating for one user</extracomment>
        <translation>解码 · %1</translation>
    </message>
    <message>
        <source>One step makes one token for every user; it is %1. A range covers what cards of this kind achieve.</source>
        <extracomment>&quot;limited by memory bandwidth&quot;</extracomment>
        <translation>每一步为每个用户生成一个词元；%1。范围涵盖这类显卡实际能达到的速度。</translation>
    </message>
    <message>
        <source>Reading the prompt · %1</source>
        <extracomment>speed of reading the prompt</extracomment>
        <translation>预填充 · %1</translation>
    </message>
    <message>
        <source>A prompt of %1 tokens is read; it is %2.</source>
        <extracomment>length of the prompt in tokens; &quot;limited by compute&quot;</extracomment>
        <translation>处理一段 %1 词元的提示；%2。</translation>
    </message>
    <message>
        <source>Rule of thumb: weights × %1 = %2, here %3.</source>
        <extracomment>what the weights are multiplied by, the product, this program&apos;s need</extracomment>
        <translation>经验法则：权重 × %1 = %2，此处 %3。</translation>
    </message>
    <message>
        <source>Rule of thumb: weights × %1 × %2 = %3, here %4.</source>
        <extracomment>two factors, the product, this program&apos;s need</extracomment>
        <translation>经验法则：权重 × %1 × %2 = %3，此处 %4。</translation>
    </message>
</context>
<context>
    <name>WhySource</name>
    <message>
        <source>RTX 4090 and RTX PRO 6000 Blackwell, measured</source>
        <translation>在 RTX 4090 和 RTX PRO 6000 Blackwell 上实测</translation>
    </message>
    <message>
        <source>ROCm, measured</source>
        <translation>在 ROCm 上实测</translation>
    </message>
    <message>
        <source>assumption: no measurement</source>
        <translation>没有实测数据</translation>
    </message>
    <message>
        <source>assumption: as NVIDIA, wider</source>
        <translation>参照 NVIDIA，范围放宽</translation>
    </message>
    <message>
        <source>vLLM 0.19 logs on H100, one GPU</source>
        <translation>vLLM 0.19 在单张 H100 上的日志</translation>
    </message>
    <message>
        <source>vLLM 0.19 logs on H100</source>
        <translation>vLLM 0.19 在 H100 上的日志</translation>
    </message>
    <message>
        <source>CUDA context with PyTorch&apos;s kernels</source>
        <translation>含 PyTorch 内核的 CUDA 上下文</translation>
    </message>
    <message>
        <source>Qwen&apos;s published memory tables</source>
        <translation>Qwen 公布的显存用量表</translation>
    </message>
    <message>
        <source>assumption: as vLLM, wider</source>
        <translation>参照 vLLM，范围放宽</translation>
    </message>
    <message>
        <source>assumption: as vLLM 0.19 with tensor parallelism on H100, wider</source>
        <translation>参照 H100 上采用张量并行的 vLLM 0.19，范围放宽</translation>
    </message>
    <message>
        <source>assumption: 4,096 patches with 16 heads are 1 GiB without flash attention; smaller pictures less</source>
        <translation>不用 flash attention 时，4,096 个图块、16 个注意力头约需 1 GiB；图片较小时较少</translation>
    </message>
    <message>
        <source>24 runs: fsdp_qlora, Qwen README, ms-swift 1.x (tests/measured/training.jsonl)</source>
        <translation>24 次训练：fsdp_qlora、Qwen README、ms-swift 1.x（tests/measured/training.jsonl）</translation>
    </message>
    <message>
        <source>as Transformers: no measurement of its own</source>
        <translation>同 Transformers：没有单独的实测</translation>
    </message>
    <message>
        <source>longest sequences of its README (2025-01)</source>
        <translation>其 README（2025-01）中的最长序列</translation>
    </message>
    <message>
        <source>4 runs of its README and tutorials</source>
        <translation>其 README 与教程中的 4 次训练</translation>
    </message>
    <message>
        <source>litgpt docs of 2023-10 and its config hub of 2024</source>
        <translation>litgpt 2023-10 的文档与 2024 的 config hub</translation>
    </message>
    <message>
        <source>torchtitan benchmarks of 2024-12 (H100)</source>
        <translation>torchtitan 2024-12 的基准测试（H100）</translation>
    </message>
    <message>
        <source>Korthikanti et al. 2022, arXiv 2205.05198</source>
        <translation>Korthikanti 等 2022，arXiv 2205.05198</translation>
    </message>
</context>
<context>
    <name>vram::ui::AboutDialog</name>
    <message>
        <source>About VRAM Sizer</source>
        <translation>关于显存估算器</translation>
    </message>
    <message>
        <source>VRAM Sizer</source>
        <translation>显存估算器</translation>
    </message>
    <message>
        <source>How much memory a large language model needs, where it goes, and which GPUs can hold it.</source>
        <translation>大语言模型需要多少显存、用在哪里，以及哪些 GPU 放得下。</translation>
    </message>
    <message>
        <source>Facts of %1: %2 models, %3 GPUs, %4 weight formats</source>
        <translation>数据日期 %1：%2 个模型、%3 款 GPU、%4 种权重格式</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Made with Qt %1 (GNU Lesser General Public License 3; Qt Charts: GNU General Public License 3) and JSON for Modern C++ %2 by Niels Lohmann (MIT License). Fonts are the system&apos;s own.</source>
        <extracomment>%1: version of Qt, %2: version of the JSON library</extracomment>
        <translation>采用 Qt %1（GNU 宽通用公共许可证第 3 版；Qt Charts：GNU 通用公共许可证第 3 版）和 Niels Lohmann 的 JSON for Modern C++ %2（MIT 许可证）。字体使用系统自带的。</translation>
    </message>
</context>
<context>
    <name>vram::ui::AdvancedSection</name>
    <message>
        <source>Type of the cached keys</source>
        <translation>缓存中键（K）的类型</translation>
    </message>
    <message>
        <source>Type of the cached values</source>
        <translation>缓存中值（V）的类型</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Without it the attention scores are kept in memory, and the cached values cannot be quantized.</source>
        <translation>关闭时，注意力分数会留在显存中，且缓存的值（V）不能量化。</translation>
    </message>
    <message>
        <source>As the runtime does</source>
        <translation>按推理框架默认</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Share of the usable memory that should stay free. What needs more than the rest is tight.</source>
        <translation>可用显存中应留空的比例；需求超过其余部分即为紧张。</translation>
    </message>
    <message>
        <source>RAM of the machine, for what does not fit on the card</source>
        <translation>计算机的内存，用来放显卡放不下的部分</translation>
    </message>
    <message>
        <source>&amp;Advanced</source>
        <translation>高级(&amp;A)</translation>
    </message>
    <message>
        <source>Ke&amp;ys</source>
        <translation>键 K(&amp;Y)</translation>
    </message>
    <message>
        <source>Val&amp;ues</source>
        <translation>值 V(&amp;U)</translation>
    </message>
    <message>
        <source>Flash a&amp;ttention</source>
        <translation>Flash attention(&amp;T)</translation>
    </message>
    <message>
        <source>Safety mar&amp;gin</source>
        <translation>安全余量(&amp;G)</translation>
    </message>
    <message>
        <source>Safety margin (percent)</source>
        <translation>安全余量（百分比）</translation>
    </message>
    <message>
        <source>System mem&amp;ory</source>
        <translation>内存(&amp;O)</translation>
    </message>
    <message>
        <source>System memory (GiB)</source>
        <translation>内存（GiB）</translation>
    </message>
    <message>
        <source>Key and value types, flash attention, safety margin, system memory, the runtime’s options, draft model, adapter</source>
        <translation>键与值的类型、flash attention、安全余量、内存、推理框架选项、草稿模型、适配器</translation>
    </message>
    <message>
        <source>Method, attention and loss, offload, parallelism over several cards, safety margin, system memory</source>
        <translation>训练方法、注意力与损失计算、移到内存、多卡并行、安全余量、内存</translation>
    </message>
</context>
<context>
    <name>vram::ui::AssumedBadge</name>
    <message>
        <source>assumed</source>
        <extracomment>badge beside a value that was neither found nor typed</extracomment>
        <translation>假定值</translation>
    </message>
</context>
<context>
    <name>vram::ui::BarChart</name>
    <message>
        <source>Memory need of each row as stacked bars</source>
        <translation>以堆叠条形显示各行的显存需求</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>vram::ui::CandidateTable</name>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>首发价</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功耗</translation>
    </message>
</context>
<context>
    <name>vram::ui::CardBar</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1/%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>+ Add…</source>
        <translation>＋ 添加…</translation>
    </message>
    <message>
        <source>Choose the cards to compare</source>
        <translation>选择要比较的显卡</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show the rows of every verdict again</source>
        <translation>重新显示所有结论的行</translation>
    </message>
    <message>
        <source>Bars on one common axis of bytes</source>
        <translation>所有条形使用同一条显存坐标轴</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Each bar as a share of what its own card can use; the limit is at 100 %</source>
        <translation>每个条形表示占该卡可用显存的比例，上限为 100 %</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Compare the rows as bars</source>
        <translation>以条形图对比各行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Compare the rows as a table; a click on a header sorts</source>
        <translation>以表格对比各行，单击列标题即可排序</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>行的排列顺序</translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation>添加显卡</translation>
    </message>
    <message>
        <source>Scale: %1</source>
        <extracomment>screen reader: the switch of the bars&apos; scale; %1 is the text of one half</extracomment>
        <translation>刻度：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare by</source>
        <extracomment>before the list of what the rows are of</extracomment>
        <translation>比较</translation>
    </message>
    <message>
        <source>Assumed of my machine:</source>
        <translation>我的电脑中的假定值：</translation>
    </message>
    <message>
        <source>Machine…</source>
        <translation>我的电脑…</translation>
    </message>
    <message>
        <source>My machine: its cards, memory and links, as a row of its own</source>
        <translation>我的电脑：显卡、内存和连接，单独成一行</translation>
    </message>
    <message>
        <source>assumed values</source>
        <extracomment>badge: some values of the user&apos;s own machine were neither found nor typed</extracomment>
        <translation>含假定值</translation>
    </message>
    <message>
        <source>What the rows are of: cards for one question, or weights, contexts, runtimes, models and more on one card</source>
        <translation>各行比较什么：同一问题的不同显卡，或同一张卡上的不同权重、上下文长度、推理框架、模型等</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>The chosen row&apos;s need over the context or the sequences, with what each row has</source>
        <translation>所选行的需求随上下文长度或并发序列数的变化，并标出各行的显存</translation>
    </message>
</context>
<context>
    <name>vram::ui::ChartOutput</name>
    <message>
        <source>Export chart as PNG</source>
        <translation>将图表导出为 PNG</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Chart written to %1 (%2 × %3 pixels)</source>
        <translation>图表已写入 %1（%2 × %3 像素）</translation>
    </message>
    <message>
        <source>Chart copied to the clipboard</source>
        <translation>图表已复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>vram::ui::ChoiceTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>Some of its files are missing in the repository</source>
        <translation>仓库中缺少部分文件</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>vram::ui::CommandBox</name>
    <message>
        <source>Copied</source>
        <extracomment>button: puts the command on the clipboard; what it says for a moment afterwards</extracomment>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>vram::ui::CommandList</name>
    <message>
        <source>There is no command for this runtime and task.</source>
        <translation>这个推理框架与任务没有对应的命令。</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell 类型</translation>
    </message>
    <message>
        <source>Where the commands are entered: each shell quotes and breaks lines in its own way</source>
        <translation>命令在哪里输入：各种 shell 的引号与换行写法不同</translation>
    </message>
</context>
<context>
    <name>vram::ui::Comparison</name>
    <message>
        <source>Drag to change the sizes</source>
        <translation>拖动以调整大小</translation>
    </message>
    <message>
        <source>Border between comparison and drawer</source>
        <translation>对比与侧栏之间的分隔线</translation>
    </message>
</context>
<context>
    <name>vram::ui::ContextRow</name>
    <message>
        <source>Beyond what the model was made for: %1 tokens</source>
        <translation>超出模型设计的上限 %1 个词元</translation>
    </message>
    <message>
        <source>Made for up to %1 tokens</source>
        <translation>模型设计上限 %1 个词元</translation>
    </message>
    <message>
        <source>Tokens of one sequence, prompt and answer together; 32k can be typed. The mark is the length that the model was made for.</source>
        <translation>单个序列的词元数，含提示和回答，可输入 32k。标记处是模型设计的长度。</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>上下文长度(&amp;C)</translation>
    </message>
    <message>
        <source>Tokens of one training sequence, padded or packed to this length; 2k can be typed. The mark is the length that the model was made for.</source>
        <translation>一条训练序列的词元数，补齐或打包到这个长度；可输入 2k。标记为模型设计的长度。</translation>
    </message>
    <message>
        <source>Sequen&amp;ce length</source>
        <translation>序列长度(&amp;C)</translation>
    </message>
</context>
<context>
    <name>vram::ui::Drawer</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>vram::ui::ExamplesMenu</name>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>A 70B model on a 12 GB &amp;card</source>
        <translation>12 GB 显卡上的 70B 模型(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;With 64 GB of RAM: runs, slowly, mostly from RAM</source>
        <translation>64 GB 内存：能跑，但大部分在内存中运行，很慢(&amp;W)</translation>
    </message>
    <message>
        <source>With 32 GB of RAM: &amp;swaps</source>
        <translation>32 GB 内存：会用到交换空间(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;A 13B model on the same card: whole, and an order faster</source>
        <translation>同一张卡换成 13B 模型：整个放得下，快一个数量级(&amp;A)</translation>
    </message>
    <message>
        <source>Cards, &amp;RAM and several machines</source>
        <translation>显卡、内存与各种机器(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;gpt-oss 120B with its experts in RAM</source>
        <translation>gpt-oss 120B，专家放在内存(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Two different cards for a 32B model</source>
        <translation>用两张不同的显卡跑 32B 模型(&amp;T)</translation>
    </message>
    <message>
        <source>A 70B model in a &amp;Mac’s unified memory</source>
        <translation>在 Mac 的统一内存中跑 70B 模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;DeepSeek-V3 on servers with eight GPUs</source>
        <translation>在八张 GPU 的服务器上跑 DeepSeek-V3(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Worked cases</source>
        <translation>演算案例(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;7B in FP16: tight on 16 GB, at ease on 24 GB</source>
        <translation>7B 以 FP16 运行：16 GB 紧张，24 GB 从容(&amp;7)</translation>
    </message>
    <message>
        <source>&amp;QLoRA of a 7B on 12, 16 and 24 GB</source>
        <translation>在 12、16、24 GB 上用 QLoRA 微调 7B(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;13B in FP16: 24 GB is not enough</source>
        <translation>13B 以 FP16 运行：24 GB 不够(&amp;1)</translation>
    </message>
    <message>
        <source>At &amp;home: one card of 8 to 24 GB</source>
        <translation>在家：一张 8 到 24 GB 的显卡(&amp;H)</translation>
    </message>
    <message>
        <source>An &amp;8B model on 8 GB</source>
        <translation>8 GB 上的 8B 模型(&amp;8)</translation>
    </message>
    <message>
        <source>A &amp;14B model on 16 GB</source>
        <translation>16 GB 上的 14B 模型(&amp;1)</translation>
    </message>
    <message>
        <source>A &amp;32B model on 24 GB</source>
        <translation>24 GB 上的 32B 模型(&amp;3)</translation>
    </message>
    <message>
        <source>A small &amp;team’s service on 24 to 48 GB</source>
        <translation>小团队的服务：24 到 48 GB(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Four users of an 8B model on 24 GB</source>
        <translation>24 GB 上四人同用 8B 模型(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Eight users of a 32B model on 48 GB</source>
        <translation>48 GB 上八人同用 32B 模型(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Enterprise and research: 80 GB and several cards</source>
        <translation>企业与科研：80 GB 与多张显卡(&amp;E)</translation>
    </message>
    <message>
        <source>A &amp;service with a 70B model</source>
        <translation>用 70B 模型提供服务(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Full training of an 8B on eight cards</source>
        <translation>八张显卡全参数训练 8B(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;QLoRA of a 70B on one card</source>
        <translation>一张显卡用 QLoRA 微调 70B(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>vram::ui::ExtrasSection</name>
    <message>
        <source>V&amp;ision</source>
        <translation>视觉(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Draft model</source>
        <translation>草稿模型(&amp;D)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Draft model</source>
        <translation>草稿模型</translation>
    </message>
    <message>
        <source>A small model of the same family that drafts tokens for speculative decoding, with its own weights and KV cache</source>
        <translation>同系列的小模型，为投机解码先草拟词元，有自己的权重与 KV 缓存</translation>
    </message>
    <message>
        <source>Without a draft model</source>
        <translation>不使用草稿模型</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>Rank of a LoRA adapter on every linear layer, loaded beside the weights in 16 bits</source>
        <translation>作用于每个线性层的 LoRA 适配器的秩，以 16 比特与权重一同加载</translation>
    </message>
    <message>
        <source>Load the vision part</source>
        <translation>加载视觉部分</translation>
    </message>
    <message>
        <source>The projector file (mmproj) in 16 bits, with its working memory on the first card</source>
        <translation>16 比特的投影文件(mmproj)，其工作内存放在第一张卡上</translation>
    </message>
    <message>
        <source>&amp;Prediction</source>
        <translation>预测(&amp;P)</translation>
    </message>
    <message>
        <source>Multi-token prediction</source>
        <translation>多词元预测</translation>
    </message>
    <message>
        <source>Loads the model’s own layers that draft tokens for speculative decoding, with their KV cache; a draft model takes their place</source>
        <translation>载入模型自带的起草层，供投机解码使用，并包含其 KV 缓存；选了草稿模型则改用后者</translation>
    </message>
</context>
<context>
    <name>vram::ui::FileActions</name>
    <message>
        <source>%1 is not there any more. It was removed from the recent files.</source>
        <translation>%1 已不存在，已从最近打开的文件中移除。</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>未打开 %1。%2</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>未保存 %1：%2</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Scenarios (*.vram.json)</source>
        <translation>场景文件 (*.vram.json)</translation>
    </message>
    <message>
        <source>VRAM Sizer</source>
        <translation>显存估算器</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>要保存对 %1 的更改吗？</translation>
    </message>
    <message>
        <source>%1 is not a file of this computer. Save it first, then drop the file.</source>
        <translation>%1 不是本机上的文件。请先下载保存，再拖放该文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) at once cannot be opened. Drop one scenario or one model.</source>
        <translation>
            <numerusform>不能一次打开 %n 个文件。请拖入一个场景或一个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open scenario or model</source>
        <translation>打开场景或模型</translation>
    </message>
    <message>
        <source>Scenarios and models (*.vram.json *.gguf *.safetensors *.json);;All files (*)</source>
        <translation>场景和模型 (*.vram.json *.gguf *.safetensors *.json);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>vram::ui::FilterPane</name>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>%1 or fewer</source>
        <translation>%1 及以下</translation>
    </message>
    <message>
        <source>%1 bits or more</source>
        <translation>%1 比特及以上</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>结论(&amp;V)</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Fits or tight</source>
        <translation>放得下或紧张</translation>
    </message>
    <message>
        <source>With system memory too</source>
        <translation>可借用内存</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>速度(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>系列(&amp;F)</translation>
    </message>
    <message>
        <source>Size at &amp;least</source>
        <translation>规模下限(&amp;L)</translation>
    </message>
    <message>
        <source>Size at &amp;most</source>
        <translation>规模上限(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Active at most</source>
        <translation>激活上限(&amp;A)</translation>
    </message>
    <message>
        <source>L&amp;icence</source>
        <translation>许可证(&amp;I)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Commercial use allowed</source>
        <translation>可商用</translation>
    </message>
    <message>
        <source>&amp;Released since</source>
        <translation>发布年份(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Takes</source>
        <translation>输入(&amp;T)</translation>
    </message>
    <message>
        <source>Text alone</source>
        <translation>仅文本</translation>
    </message>
    <message>
        <source>Images too</source>
        <translation>也支持图像</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>搜索(&amp;E)</translation>
    </message>
    <message>
        <source>Name, family, licence</source>
        <translation>名称、系列、许可证</translation>
    </message>
    <message>
        <source>Every f&amp;ormat of a model</source>
        <translation>列出模型的每种格式(&amp;O)</translation>
    </message>
    <message>
        <source>Else each model in its best format: one that fits before one that is tight, and of those the one with most bits</source>
        <translation>否则每个模型只列最好的格式：放得下的优先于紧张的，同等情况下取比特数最多的</translation>
    </message>
</context>
<context>
    <name>vram::ui::FinderDialog</name>
    <message>
        <source>Find models and GPUs</source>
        <translation>查找模型与显卡</translation>
    </message>
    <message>
        <source>What can this machine run?</source>
        <translation>这台电脑能跑哪些模型？</translation>
    </message>
    <message>
        <source>Which GPU for this model?</source>
        <translation>这个模型该用哪张显卡？</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>vram::ui::FinderFeature</name>
    <message>
        <source>&amp;Find models and GPUs…</source>
        <translation>查找模型与显卡(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::FoundHardware</name>
    <message>
        <source>GPU</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Launch price</source>
        <translation>首发价格</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>热设计功耗</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>tok/s per W</source>
        <translation>每瓦 tok/s</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>The catalogue has no prices of cloud machines</source>
        <translation>目录中没有云实例的价格</translation>
    </message>
    <message>
        <source>No launch price is known</source>
        <translation>查不到首发价格</translation>
    </message>
    <message>
        <source>Models of the catalogue that fit this GPU alone, with the same context and batch</source>
        <translation>在同样的上下文和批大小下，单张这款显卡就放得下的目录模型数</translation>
    </message>
</context>
<context>
    <name>vram::ui::FoundModels</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>vram::ui::GpuPicker</name>
    <message>
        <source>Choose at least one card.</source>
        <translation>请至少选择一张显卡。</translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards to compare</source>
        <translation>要比较的显卡</translation>
    </message>
    <message>
        <source>Search cards, such as “rtx 16gb”</source>
        <translation>搜索显卡，例如“rtx 16gb”</translation>
    </message>
    <message>
        <source>Search cards</source>
        <translation>搜索显卡</translation>
    </message>
    <message>
        <source>All vendors</source>
        <translation>所有厂商</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Any memory</source>
        <translation>不限显存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>Only chosen cards</source>
        <translation>只显示已选的</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>No card matches these filters.</source>
        <translation>没有显卡符合这些筛选条件。</translation>
    </message>
    <message>
        <source>No card matches “%1” and these filters.</source>
        <translation>没有显卡符合“%1”和这些筛选条件。</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>不用显卡</translation>
    </message>
    <message>
        <source>One more bar: everything runs from system memory</source>
        <translation>多一个条形：全部在内存中运行</translation>
    </message>
    <message>
        <source>Show all cards</source>
        <translation>显示所有显卡</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) in the machine</source>
        <translation>
            <numerusform>电脑里有 %n 张显卡</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards of my machine</source>
        <translation>我的电脑的显卡</translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>我的电脑</translation>
    </message>
    <message>
        <source>One more bar: all cards of your own machine together</source>
        <translation>多一条：自己电脑的所有显卡合在一起</translation>
    </message>
</context>
<context>
    <name>vram::ui::GpuTable</name>
    <message>
        <source>Card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Cards in one machine, 1 to %1. Several figures such as “1, 2, 4” give several bars.</source>
        <translation>同一台计算机里的张数，1 到 %1。输入多个数字（如“1, 2, 4”）会产生多个条形。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>screen reader: a table cell with its column</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <extracomment>screen reader: a card that is compared</extracomment>
        <translation>%1，已选择</translation>
    </message>
</context>
<context>
    <name>vram::ui::GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation>入门指南</translation>
    </message>
    <message>
        <source>Sections of the guide</source>
        <translation>指南的章节</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>指南正文</translation>
    </message>
    <message>
        <source>Drag to change the widths</source>
        <translation>拖动以调整宽度</translation>
    </message>
    <message>
        <source>Border between sections and text</source>
        <translation>章节与正文之间的分隔线</translation>
    </message>
</context>
<context>
    <name>vram::ui::GuideFeature</name>
    <message>
        <source>&amp;Guide</source>
        <translation>入门指南(&amp;G)</translation>
    </message>
</context>
<context>
    <name>vram::ui::HardwarePage</name>
    <message>
        <source>%1 in %2, %3 tokens of context, %4</source>
        <translation>%1，格式 %2，上下文 %3 词元，%4</translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking every GPU…</source>
        <translation>正在逐一计算每款显卡…</translation>
    </message>
    <message>
        <source>Sto&amp;p counting</source>
        <translation>停止统计(&amp;P)</translation>
    </message>
    <message>
        <source>Count &amp;models on each GPU</source>
        <translation>统计每款显卡能跑的模型数(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>搜索(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>结论(&amp;V)</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Fits or tight</source>
        <translation>放得下或紧张</translation>
    </message>
    <message>
        <source>With system memory too</source>
        <translation>可借用内存</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Seve&amp;ral cards</source>
        <translation>多张卡(&amp;R)</translation>
    </message>
    <message>
        <source>Two, four and eight of a kind</source>
        <translation>同款两张、四张和八张</translation>
    </message>
    <message>
        <source>&amp;Cloud machines</source>
        <translation>云实例(&amp;C)</translation>
    </message>
    <message>
        <source>With the system memory of the scenario: what theirs is, the catalogue does not say</source>
        <translation>按当前场景的内存计算：目录没有记录云实例的内存</translation>
    </message>
    <message>
        <source>GPUs found</source>
        <translation>找到的显卡</translation>
    </message>
    <message>
        <source>Models counted</source>
        <translation>已统计的模型</translation>
    </message>
    <message>
        <source>How many models of the catalogue fit each GPU alone in a format of four bits or more; every model in every format on every GPU takes some seconds</source>
        <translation>统计目录中有多少模型能以四比特及以上的格式放进单张显卡；每个模型的每种格式都要在每款显卡上算一遍，需要几秒钟</translation>
    </message>
    <message>
        <source>&amp;Add to the comparison</source>
        <translation>加入比较(&amp;A)</translation>
    </message>
</context>
<context>
    <name>vram::ui::KvList</name>
    <message>
        <source>%1 (the model&apos;s own type)</source>
        <translation>%1（与模型相同）</translation>
    </message>
    <message>
        <source>%1 (%2 bits)</source>
        <translation>%1（%2 比特）</translation>
    </message>
</context>
<context>
    <name>vram::ui::LayerChart</name>
    <message>
        <source>Memory by layers on the GPU</source>
        <translation>内存与显存随显卡层数的变化</translation>
    </message>
</context>
<context>
    <name>vram::ui::LayersRow</name>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>automatic, %1</source>
        <translation>自动，%1</translation>
    </message>
    <message>
        <source>“%1” is no number of layers. Type a whole number from 0 to %2, or auto.</source>
        <translation>“%1”不是层数。请输入 0 到 %2 的整数，或“自动”。</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>显卡层数</translation>
    </message>
    <message>
        <source>Layers on the card, the output layer among them (-ngl); the others lie in RAM and are computed by the processor. “auto” takes as many as leave the safety margin free.</source>
        <translation>放在显卡上的层数，包括输出层（-ngl）；其余的在内存中，由处理器计算。“自动”会取在保留安全余量的前提下最多的层数。</translation>
    </message>
</context>
<context>
    <name>vram::ui::LineChart</name>
    <message>
        <source>Memory need as lines</source>
        <translation>以曲线显示显存需求</translation>
    </message>
</context>
<context>
    <name>vram::ui::LineView</name>
    <message>
        <source>Sequence length</source>
        <translation>序列长度</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>The need over the tokens of one sequence</source>
        <translation>需求随单个序列词元数的变化</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>微批次</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>并发序列数</translation>
    </message>
    <message>
        <source>The need over the sequences at once</source>
        <translation>需求随并发序列数的变化</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <extracomment>screen reader: the switch of what the lines are drawn over; %1 is the text of one half</extracomment>
        <translation>横轴：%1</translation>
    </message>
    <message>
        <source>Figures of the lines</source>
        <translation>曲线的数值</translation>
    </message>
</context>
<context>
    <name>vram::ui::LoadPage</name>
    <message>
        <source>The model was made for %1 tokens at most</source>
        <translation>该模型最多支持 %1 个词元</translation>
    </message>
    <message>
        <source>A number of tokens, such as 8192 or 32k</source>
        <translation>请输入词元数，例如 8192 或 32k</translation>
    </message>
    <message>
        <source>Sequence &amp;length</source>
        <translation>序列长度(&amp;L)</translation>
    </message>
    <message>
        <source>Tokens of one training sequence</source>
        <translation>单条训练序列的词元数</translation>
    </message>
    <message>
        <source>M&amp;icro-batch</source>
        <translation>微批次(&amp;I)</translation>
    </message>
    <message>
        <source>Sequences of one forward and backward pass on one card</source>
        <translation>一张卡上一次前向与反向计算的序列数</translation>
    </message>
    <message>
        <source>A whole number, 1 or more</source>
        <translation>请输入不小于 1 的整数</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>上下文长度(&amp;C)</translation>
    </message>
    <message>
        <source>Tokens that one conversation can hold: 8192, 32k</source>
        <translation>一个会话能容纳的词元数：8192、32k</translation>
    </message>
    <message>
        <source>At the same &amp;time</source>
        <translation>并发请求数(&amp;T)</translation>
    </message>
    <message>
        <source>Conversations that are answered at the same time</source>
        <translation>同时应答的会话数</translation>
    </message>
    <message>
        <source>How much does it have to hold, and how fast must it be?</source>
        <translation>要容纳多少内容？速度要多快？</translation>
    </message>
    <message>
        <source>Tokens a &amp;second, at least</source>
        <translation>每秒词元数下限(&amp;S)</translation>
    </message>
    <message>
        <source>For each user, while an answer is written</source>
        <translation>生成回答时每个用户得到的速度</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>A number above 0, or nothing</source>
        <translation>请输入大于 0 的数；留空表示不限</translation>
    </message>
    <message>
        <source>&amp;Wait for the first token, at most</source>
        <translation>首词元延迟上限（秒）(&amp;W)</translation>
    </message>
    <message>
        <source>Seconds until an answer begins</source>
        <translation>开始回答之前等待的秒数</translation>
    </message>
    <message>
        <source>A number of seconds above 0, or nothing</source>
        <translation>请输入大于 0 的秒数；留空表示不限</translation>
    </message>
    <message>
        <source>Safety &amp;margin (%)</source>
        <translation>安全余量（%）(&amp;M)</translation>
    </message>
    <message>
        <source>Share of the usable memory that stays free</source>
        <translation>可用显存中留空的比例</translation>
    </message>
    <message>
        <source>A share from 0 to 90 %</source>
        <translation>请输入 0 到 90 之间的百分比</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachineCards</name>
    <message>
        <source>%1 free now</source>
        <extracomment>memory of a card that no program uses at the moment</extracomment>
        <translation>当前可用 %1</translation>
    </message>
    <message>
        <source>How many of this card the machine has</source>
        <translation>电脑里这种显卡的张数</translation>
    </message>
    <message>
        <source>Number of %1</source>
        <extracomment>screen reader: %1 is a card</extracomment>
        <translation>%1 的张数</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this card out of the machine</source>
        <translation>把这张显卡从电脑中移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>screen reader: %1 is a card</extracomment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>None: everything runs from system memory</source>
        <translation>没有显卡：全部在内存中运行</translation>
    </message>
    <message>
        <source>Choose cards…</source>
        <translation>选择显卡…</translation>
    </message>
    <message>
        <source>Choose the cards of the machine from the list of all</source>
        <translation>从完整列表选择电脑里的显卡</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachineDialog</name>
    <message>
        <source>Looking…</source>
        <translation>正在检测…</translation>
    </message>
    <message>
        <source>Found.</source>
        <translation>检测完成。</translation>
    </message>
    <message numerus="yes">
        <source>Found, with %n remark(s):</source>
        <translation>
            <numerusform>检测完成，有 %n 条说明：</numerusform>
        </translation>
    </message>
    <message>
        <source>My machine</source>
        <translation>我的电脑</translation>
    </message>
    <message>
        <source>Detect this machine</source>
        <translation>检测这台电脑</translation>
    </message>
    <message>
        <source>Ask this computer for its cards, memory and processor</source>
        <translation>查询这台电脑的显卡、内存和处理器</translation>
    </message>
    <message>
        <source>Cloud instance</source>
        <translation>云实例</translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>A machine of a cloud: takes over its cards</source>
        <translation>云端的机器：采用它的显卡</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Changes take effect at once. The machine is a row of its own, the first one.</source>
        <translation>更改立即生效。这台电脑单独成一行，排在最前面。</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachineFields</name>
    <message>
        <source>System memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>RAM of the machine, for what does not fit on the cards</source>
        <translation>电脑的内存，用来放显卡放不下的部分</translation>
    </message>
    <message>
        <source>System memory (GiB)</source>
        <translation>内存（GiB）</translation>
    </message>
    <message>
        <source>Memory type</source>
        <translation>内存类型</translation>
    </message>
    <message>
        <source>Type and data rate of the RAM; with the channels it gives the bandwidth</source>
        <translation>内存的类型和数据速率；与通道数一起决定带宽</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Memory channels</source>
        <translation>内存通道</translation>
    </message>
    <message>
        <source>Of 64 bits each: two in most desktops and laptops, four to twelve in workstations and servers</source>
        <translation>每个通道 64 位：普通台式机和笔记本电脑有两个，工作站和服务器有四到十二个</translation>
    </message>
    <message>
        <source>As usual: %1</source>
        <translation>一般值：%1</translation>
    </message>
    <message>
        <source>Memory bandwidth</source>
        <translation>内存带宽</translation>
    </message>
    <message>
        <source>What type and channels give. A figure that is typed counts instead, until type or channels are chosen again.</source>
        <translation>由类型和通道数得出。自行输入的数字优先，直到重新选择类型或通道数为止。</translation>
    </message>
    <message>
        <source>Memory bandwidth (GB/s)</source>
        <translation>内存带宽（GB/s）</translation>
    </message>
    <message>
        <source>PCIe</source>
        <translation>PCIe</translation>
    </message>
    <message>
        <source>Generation of the link between the cards and the rest of the machine</source>
        <translation>显卡与电脑其余部分之间连接的代次</translation>
    </message>
    <message>
        <source>The cards’ own</source>
        <translation>按显卡自身</translation>
    </message>
    <message>
        <source>PCIe generation</source>
        <translation>PCIe 代次</translation>
    </message>
    <message>
        <source>Lanes of the link</source>
        <translation>连接的通道数</translation>
    </message>
    <message>
        <source>PCIe lanes</source>
        <translation>PCIe 通道数</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>处理器核心数</translation>
    </message>
    <message>
        <source>Physical cores, for the number of threads</source>
        <translation>物理核心数，用来决定线程数</translation>
    </message>
    <message>
        <source>Disk speed</source>
        <translation>磁盘速度</translation>
    </message>
    <message>
        <source>At which the disk with the model reads, for what system memory does not hold</source>
        <translation>存放模型的磁盘的读取速度，用于内存放不下的部分</translation>
    </message>
    <message>
        <source>Disk speed (GB/s)</source>
        <translation>磁盘速度（GB/s）</translation>
    </message>
    <message>
        <source>Used by the desktop</source>
        <translation>桌面占用</translation>
    </message>
    <message>
        <source>Of the first card; Preferences change it</source>
        <translation>第一张显卡上的量；可在首选项中更改</translation>
    </message>
</context>
<context>
    <name>vram::ui::MachinePage</name>
    <message>
        <source>Asking for every machine…</source>
        <translation>正在逐台计算…</translation>
    </message>
    <message>
        <source>Which hardware?</source>
        <translation>用什么硬件？</translation>
    </message>
    <message>
        <source>What I have</source>
        <translation>现有的硬件</translation>
    </message>
    <message>
        <source>A budget</source>
        <translation>按预算选</translation>
    </message>
    <message>
        <source>A size of VRAM</source>
        <translation>按显存大小选</translation>
    </message>
    <message>
        <source>My cards</source>
        <translation>我的显卡</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose my cards</source>
        <translation>选择我的显卡</translation>
    </message>
    <message>
        <source>System &amp;memory (GiB)</source>
        <translation>内存（GiB）(&amp;M)</translation>
    </message>
    <message>
        <source>RAM of this machine</source>
        <translation>这台机器的内存</translation>
    </message>
    <message>
        <source>A number of GiB</source>
        <translation>请输入 GiB 数</translation>
    </message>
    <message>
        <source>&amp;Price, at most (US$)</source>
        <translation>价格上限（美元）(&amp;P)</translation>
    </message>
    <message>
        <source>Launch prices of all cards together: $1500, 1.5k</source>
        <translation>全部显卡的首发价之和：$1500、1.5k</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>An amount in US dollars, such as 1500, or nothing</source>
        <translation>请输入美元金额，例如 1500；留空表示不限</translation>
    </message>
    <message>
        <source>Po&amp;wer, at most (W)</source>
        <translation>功耗上限（W）(&amp;W)</translation>
    </message>
    <message>
        <source>Of all cards together, as their makers state it</source>
        <translation>全部显卡合计，按厂商标称值</translation>
    </message>
    <message>
        <source>A number of watts, or nothing</source>
        <translation>请输入瓦数；留空表示不限</translation>
    </message>
    <message>
        <source>C&amp;ards, at most</source>
        <translation>显卡数量上限(&amp;A)</translation>
    </message>
    <message>
        <source>Of one kind in one machine</source>
        <translation>同一台机器里同型号显卡的数量</translation>
    </message>
    <message>
        <source>A number from 1 to 8</source>
        <translation>请输入 1 到 8</translation>
    </message>
    <message>
        <source>&amp;VRAM of a card</source>
        <translation>单卡显存(&amp;V)</translation>
    </message>
    <message>
        <source>VRAM of a card</source>
        <translation>单卡显存</translation>
    </message>
    <message>
        <source>Hardware that was asked about</source>
        <translation>计算过的硬件</translation>
    </message>
</context>
<context>
    <name>vram::ui::MainMenu</name>
    <message>
        <source>Follow the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Gi&amp;B (1,073,741,824 bytes)</source>
        <translation>Gi&amp;B（1,073,741,824 字节）</translation>
    </message>
    <message>
        <source>&amp;GB (1,000,000,000 bytes)</source>
        <translation>&amp;GB（1,000,000,000 字节）</translation>
    </message>
    <message>
        <source>&amp;Bytes on a common axis</source>
        <translation>共用坐标轴的容量(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Share of each card</source>
        <translation>占各卡的比例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export chart as PNG</source>
        <translation>将图表导出为 PNG(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;%1× size…</source>
        <translation>%1 倍大小(&amp;%1)…</translation>
    </message>
    <message>
        <source>&amp;Copy chart</source>
        <translation>复制图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Unit of memory</source>
        <translation>显存单位(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;cale of the bars</source>
        <translation>条形的刻度(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About VRAM Sizer</source>
        <translation>关于显存估算器(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Bars</source>
        <translation>条形图(&amp;B)</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>表格(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>重置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>为什么？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Choose car&amp;ds…</source>
        <translation>选择显卡(&amp;D)…</translation>
    </message>
    <message>
        <source>C&amp;olumns of the table</source>
        <translation>表格的列(&amp;O)</translation>
    </message>
    <message>
        <source>Show a&amp;ll rows</source>
        <translation>显示所有行(&amp;L)</translation>
    </message>
    <message>
        <source>Open &amp;model file…</source>
        <translation>打开模型文件(&amp;M)…</translation>
    </message>
    <message>
        <source>Open from &amp;Hugging Face or ModelScope…</source>
        <translation>从 Hugging Face 或 ModelScope 打开(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;My machine…</source>
        <translation>我的电脑(&amp;M)…</translation>
    </message>
    <message>
        <source>How to &amp;run it</source>
        <translation>如何运行(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation>探索(&amp;X)</translation>
    </message>
    <message>
        <source>L&amp;ines</source>
        <translation>曲线图(&amp;I)</translation>
    </message>
    <message>
        <source>Paste &amp;model, scenario or link</source>
        <translation>粘贴模型、场景或链接(&amp;M)</translation>
    </message>
</context>
<context>
    <name>vram::ui::MainWindow</name>
    <message>
        <source>VRAM Sizer</source>
        <translation>显存估算器</translation>
    </message>
    <message>
        <source>%1[*] – VRAM Sizer</source>
        <translation>%1[*] – 显存估算器</translation>
    </message>
    <message>
        <source>Drag to change the widths</source>
        <translation>拖动以调整宽度</translation>
    </message>
    <message>
        <source>Border between panel and comparison</source>
        <translation>面板与比较之间的分隔线</translation>
    </message>
</context>
<context>
    <name>vram::ui::MemoryBar</name>
    <message>
        <source>with margin %1</source>
        <translation>含余量 %1</translation>
    </message>
</context>
<context>
    <name>vram::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelActions</name>
    <message>
        <source>%1 is being read …</source>
        <translation>正在读取 %1……</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors *.json);;All files (*)</source>
        <translation>模型 (*.gguf *.safetensors *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The runtime is now %1, which can load %2.</source>
        <translation>推理框架已改为 %1，它可以加载 %2。</translation>
    </message>
    <message>
        <source>%1 is a vision projector: it is counted beside the model (Advanced).</source>
        <translation>%1 是视觉投影文件，已计入模型之外的部分（高级）。</translation>
    </message>
    <message>
        <source>%1 is a LoRA adapter of rank %2: it is counted beside the model (Advanced).</source>
        <translation>%1 是秩为 %2 的 LoRA 适配器，已计入模型之外的部分（高级）。</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>未打开 %1。%2</translation>
    </message>
    <message>
        <source>The clipboard holds neither a scenario nor a model. Copy a link, the text of a scenario or of a config.json, or a model&apos;s file, and paste again.</source>
        <translation>剪贴板中既没有场景也没有模型。请复制链接、场景或 config.json 的文本，或模型文件，然后再粘贴。</translation>
    </message>
    <message>
        <source>The scenario was not opened. %1</source>
        <translation>场景未打开。%1</translation>
    </message>
    <message>
        <source>The scenario of the link or text is open. Undo brings yours back.</source>
        <translation>已打开链接或文本中的场景；用“撤销”可恢复原来的场景。</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelPicker</name>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>The model. Type words of its name, size or family, such as “qwen 14b”.</source>
        <translation>模型。输入名称、规模或系列中的词来搜索，例如“qwen 14b”。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelSection</name>
    <message>
        <source>No model has “%1” in its name.</source>
        <translation>没有名称含“%1”的模型。</translation>
    </message>
    <message>
        <source>%1 active per token</source>
        <translation>每个词元激活 %1 参数</translation>
    </message>
    <message>
        <source>Generic model: a typical layout of this size</source>
        <translation>通用模型：采用此规模的典型结构</translation>
    </message>
    <message>
        <source>Parameters of the model, such as 7b or 70 B. Moving the slider leaves the chosen model for a generic one of that size.</source>
        <translation>模型的参数量，例如 7b 或 70 B。移动滑块会离开所选模型，改用该规模的通用模型。</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>规模(&amp;S)</translation>
    </message>
    <message>
        <source>Use %1 as the size</source>
        <translation>以 %1 作为模型规模</translation>
    </message>
    <message>
        <source>A generic model of this size; Enter does the same</source>
        <translation>该规模的通用模型；按 Enter 也可以</translation>
    </message>
    <message>
        <source>Show all models</source>
        <translation>显示所有模型</translation>
    </message>
    <message>
        <source>Clears the search; Escape goes back to the model in use</source>
        <translation>清除搜索；按 Esc 回到当前模型</translation>
    </message>
    <message>
        <source>From a file: %1</source>
        <translation>来自文件：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Generic, not %1</source>
        <translation>已由 %1 改为通用模型</translation>
    </message>
</context>
<context>
    <name>vram::ui::ModelsPage</name>
    <message>
        <source>no GPU</source>
        <translation>没有显卡</translation>
    </message>
    <message>
        <source>My machine: %1</source>
        <translation>我的电脑：%1</translation>
    </message>
    <message>
        <source>Chosen row: %1</source>
        <translation>选中的行：%1</translation>
    </message>
    <message>
        <source>Another GPU</source>
        <translation>其他显卡</translation>
    </message>
    <message>
        <source>Mac&amp;hine</source>
        <translation>电脑(&amp;H)</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Number of GPUs</source>
        <translation>显卡数量</translation>
    </message>
    <message>
        <source>Models found</source>
        <translation>找到的模型</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用这个模型(&amp;U)</translation>
    </message>
    <message>
        <source>Takes model and format into the scenario</source>
        <translation>把模型和格式带入当前场景</translation>
    </message>
    <message>
        <source>Asking every model in every format…</source>
        <translation>正在计算每个模型的每种格式…</translation>
    </message>
</context>
<context>
    <name>vram::ui::OfferBar</name>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>All that can be done, with what it saves and the verdict afterwards</source>
        <translation>全部可行的办法、各省多少显存，以及之后的结论</translation>
    </message>
    <message>
        <source>The smallest change after which everything fits</source>
        <translation>改动最小就能全部放下的办法</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what an offer does, and the verdict afterwards: &quot;KV cache in q8_0 (−9.0 GiB): Fits · 52 tok/s&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>More room:</source>
        <extracomment>before buttons for ways out: &quot;Try: [KV cache in q8_0] [Choose cards…]&quot;</extracomment>
        <translation>想更宽裕：</translation>
    </message>
    <message>
        <source>Try:</source>
        <translation>可尝试：</translation>
    </message>
    <message>
        <source>%1 – smallest change</source>
        <extracomment>an offer and that it is the smallest change</extracomment>
        <translation>%1 – 改动最小</translation>
    </message>
</context>
<context>
    <name>vram::ui::PlacementOptions</name>
    <message>
        <source>“%1” is no number of layers. Type a whole number from %2 to %3.</source>
        <translation>“%1”不是层数。请输入 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>“%1” is no list of shares. Type a number for each card, such as 3,1, or nothing.</source>
        <translation>“%1”不是份额。请为每张卡输入一个数字，例如 3,1，或留空。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a card by its number, as the runtime counts them, and its name</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>All usable</source>
        <translation>全部可用的</translation>
    </message>
    <message>
        <source>VRAM to use at most on every card (GiB)</source>
        <translation>每张卡最多使用的显存（GiB）</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>By usable memory</source>
        <translation>按可用显存</translation>
    </message>
</context>
<context>
    <name>vram::ui::PlacementSection</name>
    <message>
        <source>Placeme&amp;nt</source>
        <translation>放置位置(&amp;N)</translation>
    </message>
    <message>
        <source>Layers on the GPU and in RAM, a limit of VRAM, experts, several cards</source>
        <translation>显卡与内存中的层、显存上限、专家、多张卡</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>放得下多少就放多少</translation>
    </message>
    <message>
        <source>As many layers on the card as leave the safety margin free</source>
        <translation>在保留安全余量的前提下，显卡上尽量多放</translation>
    </message>
    <message>
        <source>GPU layers: as many as fit</source>
        <translation>显卡层数：放得下多少就放多少</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Nothing to choose with one card. Add a machine with several cards, such as 2×, to share the model out among them.</source>
        <translation>只有一张卡时没有可选项。添加有多张卡的机器（例如 2×），就能把模型分给各卡。</translation>
    </message>
</context>
<context>
    <name>vram::ui::QualityPage</name>
    <message>
        <source>Training decides it: QLoRA works over weights of 4 bits, LoRA and full training over weights of 16 bits.</source>
        <translation>由训练方式决定：QLoRA 使用 4 比特权重，LoRA 和全参数训练使用 16 比特权重。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>够用</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不够</translation>
    </message>
    <message>
        <source>How good must the weights be?</source>
        <translation>权重质量要多高？</translation>
    </message>
    <message>
        <source>Formats of the weights</source>
        <translation>权重格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Bits a parameter</source>
        <translation>每参数比特数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Good enough</source>
        <translation>质量要求</translation>
    </message>
</context>
<context>
    <name>vram::ui::RepositoryDialog</name>
    <message>
        <source>Asking for the files of %1…</source>
        <translation>正在获取 %1 的文件列表…</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in %1, as it was when it was read before: the host cannot be reached.</source>
        <translation>
            <numerusform>%1 中有 %n 个模型，这是上次读取时的内容：目前无法连接主机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in %1</source>
        <translation>
            <numerusform>%1 中有 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the header of %1…</source>
        <translation>正在读取 %1 的文件头…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>what is being done, and how many bytes have come</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open from Hugging Face or ModelScope</source>
        <translation>从 Hugging Face 或 ModelScope 打开</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>仓库(&amp;R)</translation>
    </message>
    <message>
        <source>Address of its page, or hf:organisation/name, ms:organisation/name</source>
        <translation>页面地址，或 hf:组织/名称、ms:组织/名称</translation>
    </message>
    <message>
        <source>Paste the address of a model&apos;s page or file, or write hf:organisation/name, with :file or :Q4_K_M behind it for one of its models</source>
        <translation>粘贴模型页面或文件的地址，或输入 hf:组织/名称；后面加上 :文件名 或 :Q4_K_M 可指明其中一个模型</translation>
    </message>
    <message>
        <source>&amp;Show models</source>
        <translation>列出模型(&amp;S)</translation>
    </message>
    <message>
        <source>Only the list of files and the header of the chosen model are read, never its weights.</source>
        <translation>只读取文件列表和所选模型的文件头，绝不下载权重。</translation>
    </message>
    <message>
        <source>Models of the repository</source>
        <translation>仓库中的模型</translation>
    </message>
    <message>
        <source>Waiting for the repository</source>
        <translation>正在等待仓库</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用此模型(&amp;U)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vram::ui::RowTable</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>默认列</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Compared rows as a table</source>
        <translation>以表格对比的各行</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制整张表</translation>
    </message>
</context>
<context>
    <name>vram::ui::RulesDialog</name>
    <message>
        <source>Asking the questions behind the rules…</source>
        <translation>正在计算各法则背后的问题…</translation>
    </message>
    <message>
        <source>What articles say, and what this program computes for the same question. Where they disagree, the reason is computed too: the figure that there would be without it. Open a row to ask its question in the window.</source>
        <translation>文章的说法与本程序对同一问题的计算结果并列。两者不符时，原因也是算出来的：括号内是去掉该因素后的数字。打开一行，即可在主窗口中提出该问题。</translation>
    </message>
    <message>
        <source>Rules of thumb</source>
        <translation>经验法则</translation>
    </message>
    <message>
        <source>Tables of rules</source>
        <translation>法则的各个表格</translation>
    </message>
    <message>
        <source>Rules beside this program’s figures</source>
        <translation>法则与本程序数字对照</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>&amp;Open as a scenario</source>
        <translation>作为场景打开(&amp;O)</translation>
    </message>
    <message>
        <source>Ask the question of the chosen row in the window; Undo brings yours back</source>
        <translation>在主窗口中提出所选行的问题；“撤销”可回到您原来的问题</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制所选行(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vram::ui::RulesFeature</name>
    <message>
        <source>&amp;Rules of thumb…</source>
        <translation>经验法则(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::RulesTable</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>screen reader, a row of a table of rules: what it is of, what articles say, what this program says, how they agree</extracomment>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>vram::ui::RunDrawer</name>
    <message>
        <source>How to run it · %1</source>
        <extracomment>title of the drawer with commands; the row</extracomment>
        <translation>如何运行 · %1</translation>
    </message>
    <message>
        <source>How to run it</source>
        <translation>如何运行</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>尚未选择任何一行。</translation>
    </message>
    <message>
        <source>It does not fit, so there is nothing to start. The verdict offers ways out.</source>
        <translation>放不下，所以没有可以启动的命令。上方的结论列出了可行的办法。</translation>
    </message>
    <message>
        <source>Why?</source>
        <extracomment>button: from the commands to the explanation of the figures</extracomment>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>这些数字从哪里来</translation>
    </message>
    <message>
        <source>Close the commands</source>
        <translation>关闭命令</translation>
    </message>
    <message>
        <source>What I aim at</source>
        <translation>我的目标</translation>
    </message>
    <message>
        <source>Check it on the machine</source>
        <translation>在机器上核对</translation>
    </message>
    <message>
        <source>What I saw</source>
        <translation>我看到的</translation>
    </message>
</context>
<context>
    <name>vram::ui::RuntimeOptions</name>
    <message>
        <source>Runtime&apos;s own</source>
        <translation>框架默认</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vram::ui::RuntimeRow</name>
    <message>
        <source>Runtime</source>
        <translation>推理框架</translation>
    </message>
    <message>
        <source>The program that runs the model. It decides which weight formats and KV types there are and what it allocates besides.</source>
        <translation>运行模型的程序，决定有哪些权重格式和 KV 类型可用，以及额外占用多少显存。</translation>
    </message>
    <message>
        <source>&amp;Runtime</source>
        <translation>推理框架(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ramework</source>
        <translation>框架(&amp;R)</translation>
    </message>
    <message>
        <source>The program that trains the model. It decides what is kept in which precision, how the loss is computed and what checkpointing means.</source>
        <translation>训练模型的程序。它决定什么以何种精度保存、损失如何计算，以及检查点的含义。</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>Moved with the task: %1 to %2</source>
        <translation>随任务改变：%1 改为 %2</translation>
    </message>
</context>
<context>
    <name>vram::ui::ScenarioPanel</name>
    <message>
        <source>Back to the default of %1, which has no such type</source>
        <translation>%1 没有这种类型，已改回其默认值</translation>
    </message>
    <message>
        <source>Sequences processed at the same time, each with the whole context</source>
        <translation>同时处理的序列数，每个序列各有完整的上下文</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Type in which keys and values of earlier tokens are kept; separately under Advanced</source>
        <translation>保存先前词元的键和值所用的类型，可在“高级”中分别设置</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批大小(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;KV cache</source>
        <translation>KV 缓存(&amp;K)</translation>
    </message>
    <message>
        <source>Micro-&amp;batch</source>
        <translation>微批次(&amp;B)</translation>
    </message>
    <message>
        <source>Sequences of one forward and backward pass on one card</source>
        <translation>一张卡上一次前向与反向计算的序列数</translation>
    </message>
</context>
<context>
    <name>vram::ui::ScenarioPicker</name>
    <message>
        <source>Add scenario files</source>
        <translation>添加场景文件</translation>
    </message>
    <message>
        <source>Scenarios (*.vram.json *.json);;All files (*)</source>
        <translation>场景文件 (*.vram.json *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Keep this scenario as a row</source>
        <translation>把当前场景留作一行(&amp;K)</translation>
    </message>
    <message>
        <source>The question as it is now, under a name that you can change</source>
        <translation>保留当前的问题，名称可以自定</translation>
    </message>
    <message>
        <source>&amp;Add scenario files…</source>
        <translation>添加场景文件(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
</context>
<context>
    <name>vram::ui::SeenEditor</name>
    <message>
        <source>VRAM</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>What the program takes of all cards together</source>
        <translation>程序在所有显卡上合计占用的量</translation>
    </message>
    <message>
        <source>VRAM that I saw (MiB)</source>
        <translation>我看到的显存（MiB）</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>What the program takes of the system memory</source>
        <translation>程序占用的内存</translation>
    </message>
    <message>
        <source>RAM that I saw (MiB)</source>
        <translation>我看到的内存（MiB）</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Speed of generating for one user</source>
        <translation>单个用户的解码速度</translation>
    </message>
    <message>
        <source>Decode speed that I saw (tokens per second)</source>
        <translation>我看到的解码速度（每秒词元数）</translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation>预填充</translation>
    </message>
    <message>
        <source>Speed of reading the prompt</source>
        <translation>处理提示的速度</translation>
    </message>
    <message>
        <source>Prefill speed that I saw (tokens per second)</source>
        <translation>我看到的预填充速度（每秒词元数）</translation>
    </message>
    <message>
        <source>The runtime takes its share of the card in advance: compare the lines of its log.</source>
        <translation>推理框架会预先占用显卡的一部分：请比对它的日志。</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>what the user writes about what was seen</extracomment>
        <translation>备注</translation>
    </message>
    <message>
        <source>Version, driver, what else was running …</source>
        <translation>版本、驱动程序、当时还运行了什么……</translation>
    </message>
    <message>
        <source>Note about what I saw</source>
        <translation>对所见的备注</translation>
    </message>
</context>
<context>
    <name>vram::ui::SettingsDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>界面所用的语言</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口的配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Unit of memory</source>
        <translation>显存单位</translation>
    </message>
    <message>
        <source>What figures of memory are shown in</source>
        <translation>显示显存用量时所用的单位</translation>
    </message>
    <message>
        <source>GiB (1,073,741,824 bytes)</source>
        <translation>GiB（1,073,741,824 字节）</translation>
    </message>
    <message>
        <source>GB (1,000,000,000 bytes)</source>
        <translation>GB（1,000,000,000 字节）</translation>
    </message>
    <message>
        <source>Safety margin</source>
        <translation>安全余量</translation>
    </message>
    <message>
        <source>Share of the usable memory that should stay free. What needs more than the rest is tight.</source>
        <translation>可用显存中应留空的比例；需求超过其余部分即为紧张。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>What desktop, browser and other programs take of the first card</source>
        <translation>桌面、浏览器和其他程序占用的第一张显卡的显存</translation>
    </message>
    <message>
        <source>Used by the desktop</source>
        <translation>桌面占用</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>By the card: what a desktop usually takes of consumer and laptop cards, nothing of others</source>
        <translation>按显卡而定：消费级和笔记本电脑显卡扣除桌面通常占用的量，其他显卡不扣除</translation>
    </message>
    <message>
        <source>Safety margin (percent)</source>
        <translation>安全余量（百分比）</translation>
    </message>
    <message>
        <source>Used by the desktop (MiB)</source>
        <translation>桌面占用（MiB）</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Whether messages and the explanation slide in</source>
        <translation>消息与说明面板是否以滑入方式出现</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Segments of the bars</source>
        <translation>条形的各分段</translation>
    </message>
    <message>
        <source>Lines of another kind on each part, for readers who cannot tell the colours apart</source>
        <translation>每个部分以不同的线条标示，方便不易分辨颜色的人</translation>
    </message>
    <message>
        <source>With patterns</source>
        <translation>加上纹理</translation>
    </message>
    <message>
        <source>Patterns on the segments of the bars</source>
        <translation>条形各分段的纹理</translation>
    </message>
    <message>
        <source>Kept of repositories</source>
        <translation>仓库缓存</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear what is kept of repositories</source>
        <translation>清除仓库缓存</translation>
    </message>
    <message>
        <source>Lists of files and headers of models from Hugging Face and ModelScope, kept for use without a network</source>
        <translation>保留 Hugging Face 和 ModelScope 的文件列表和模型文件头，供没有网络时使用</translation>
    </message>
</context>
<context>
    <name>vram::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Bars and table: a page up, a page down</source>
        <translation>条形图与表格：上一页、下一页</translation>
    </message>
    <message>
        <source>Bars and table: explain the row</source>
        <translation>条形图与表格：说明这一行</translation>
    </message>
    <message>
        <source>Bars and table: another row</source>
        <translation>条形图与表格：换一行</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>关闭说明</translation>
    </message>
    <message>
        <source>Sliders and their boxes: a step</source>
        <translation>滑块与输入框：调整一格</translation>
    </message>
    <message>
        <source>Sliders: a large step, least and most</source>
        <translation>滑块：大幅调整、最小与最大</translation>
    </message>
    <message>
        <source>Boxes: take what was typed, or give it up</source>
        <translation>输入框：采用输入内容，或放弃</translation>
    </message>
    <message>
        <source>Model: open the list</source>
        <translation>模型：打开列表</translation>
    </message>
    <message>
        <source>Borders between parts of the window: move them</source>
        <translation>窗口各部分之间的分隔线：移动</translation>
    </message>
</context>
<context>
    <name>vram::ui::SidesDialog</name>
    <message>
        <source>Choose at least two sides.</source>
        <translation>请至少选择两方。</translation>
    </message>
    <message>
        <source>Choose a scenario</source>
        <translation>选择场景文件</translation>
    </message>
    <message>
        <source>Scenarios (*.vram.json *.json);;All files (*)</source>
        <translation>场景文件 (*.vram.json *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Properties of the sides</source>
        <translation>各方的属性</translation>
    </message>
    <message>
        <source>&amp;Hide what is equal</source>
        <translation>隐藏相同的项(&amp;H)</translation>
    </message>
    <message>
        <source>Compare these as &amp;bars</source>
        <translation>以条形图对比这些(&amp;B)</translation>
    </message>
    <message>
        <source>Makes these machines the rows of the window</source>
        <translation>把这些电脑设为窗口中对比的各行</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
</context>
<context>
    <name>vram::ui::SidesFeature</name>
    <message>
        <source>&amp;Side by side…</source>
        <translation>并排对比(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::SidesModel</name>
    <message>
        <source>%1, better</source>
        <extracomment>screen reader: a figure that is better than the others&apos;</extracomment>
        <translation>%1，更优</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>vram::ui::SliderRow</name>
    <message>
        <source>%1, typed value</source>
        <extracomment>screen reader: the box beside a slider, where its value can be typed; %1 is the slider&apos;s name</extracomment>
        <translation>%1，输入数值</translation>
    </message>
</context>
<context>
    <name>vram::ui::SpeedLine</name>
    <message>
        <source>How to run it</source>
        <extracomment>button that opens the commands of the row in the verdict</extracomment>
        <translation>如何运行</translation>
    </message>
    <message>
        <source>Commands, how to check them on the machine, targets, and what you saw</source>
        <translation>命令、如何在机器上核对、目标，以及您看到的数字</translation>
    </message>
</context>
<context>
    <name>vram::ui::StepsDialog</name>
    <message>
        <source>The runtime loads no format of this model.</source>
        <translation>该推理框架无法加载此模型的任何格式。</translation>
    </message>
    <message>
        <source>%1: %2 of usable memory</source>
        <translation>%1：可用显存 %2</translation>
    </message>
    <message>
        <source>Choose step by step</source>
        <translation>逐步选择</translation>
    </message>
    <message>
        <source>1 Task and model</source>
        <translation>1 任务和模型</translation>
    </message>
    <message>
        <source>2 Base memory</source>
        <translation>2 基础显存</translation>
    </message>
    <message>
        <source>3 Context and concurrency</source>
        <translation>3 上下文和并发</translation>
    </message>
    <message>
        <source>4 Hardware</source>
        <translation>4 硬件</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open as a scenario</source>
        <translation>作为场景打开(&amp;O)</translation>
    </message>
    <message>
        <source>Takes the place of the present scenario; Undo brings that back</source>
        <translation>替换当前场景，可用“撤销”恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vram::ui::StepsFeature</name>
    <message>
        <source>&amp;Choose step by step…</source>
        <translation>逐步选择(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>vram::ui::StepsWords</name>
    <message>
        <source>Chat at home</source>
        <translation>在家聊天</translation>
    </message>
    <message>
        <source>Long documents</source>
        <translation>长文档</translation>
    </message>
    <message>
        <source>Service for several users</source>
        <translation>多用户服务</translation>
    </message>
    <message>
        <source>Fine-tuning: QLoRA</source>
        <translation>微调：QLoRA</translation>
    </message>
    <message>
        <source>Fine-tuning: LoRA</source>
        <translation>微调：LoRA</translation>
    </message>
    <message>
        <source>Full training</source>
        <translation>全参数训练</translation>
    </message>
    <message>
        <source>One user, a conversation of usual length: the weights decide.</source>
        <translation>一个用户、普通长度的对话：显存主要取决于权重。</translation>
    </message>
    <message>
        <source>One user, books and code bases: the KV cache grows with every token that is read.</source>
        <translation>一个用户阅读整本书或整个代码库：每读一个词元，KV 缓存就增长一点。</translation>
    </message>
    <message>
        <source>Several conversations at the same time, each with a KV cache of its own.</source>
        <translation>同时进行多个会话，每个会话都有自己的 KV 缓存。</translation>
    </message>
    <message>
        <source>A small adapter is trained over weights of 4 bits: the least memory that trains.</source>
        <translation>在 4 比特权重上训练小型适配器，是最省显存的训练方式。</translation>
    </message>
    <message>
        <source>A small adapter is trained over weights of 16 bits.</source>
        <translation>在 16 比特权重上训练小型适配器。</translation>
    </message>
    <message>
        <source>Every parameter is trained: gradients and optimizer states take several times the weights. Several cards share them (ZeRO-3).</source>
        <translation>训练全部参数：梯度和优化器状态是权重的好几倍，多卡时由各卡分摊（ZeRO-3）。</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>原始发布精度</translation>
    </message>
    <message>
        <source>8 bits and more</source>
        <translation>8 比特及以上</translation>
    </message>
    <message>
        <source>4 bits and more</source>
        <translation>4 比特及以上</translation>
    </message>
    <message>
        <source>The smallest that works</source>
        <translation>能运行的最小格式</translation>
    </message>
    <message>
        <source>Nothing is lost; the most memory.</source>
        <translation>质量没有损失，占用显存最多。</translation>
    </message>
    <message>
        <source>Hardly to be told from the original.</source>
        <translation>与原版几乎没有差别。</translation>
    </message>
    <message>
        <source>What most people run at home: a little is lost, two thirds of the memory are saved.</source>
        <translation>多数人在家使用的档位：质量略有损失，显存节省约三分之二。</translation>
    </message>
    <message>
        <source>Below 4 bits answers get visibly worse; a smaller model is often the better choice.</source>
        <translation>低于 4 比特时回答质量明显下降，换小一些的模型往往更合适。</translation>
    </message>
    <message>
        <source>as published</source>
        <extracomment>weights: %1 is a format such as BF16</extracomment>
        <translation>原始精度</translation>
    </message>
    <message>
        <source>as published (%1)</source>
        <translation>原始精度（%1）</translation>
    </message>
    <message>
        <source>Fits, too slow</source>
        <translation>放得下，但太慢</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 has %2 parameters; in %3 its weights take %4.</source>
        <extracomment>model, number of parameters, weight format, memory</extracomment>
        <translation>%1 的参数量为 %2，以 %3 存储时权重占 %4。</translation>
    </message>
    <message>
        <source>Base memory: at least %2 of weights, with %1 at %3 bits a parameter.</source>
        <extracomment>weight format, memory, bits</extracomment>
        <translation>基础显存：权重至少占 %2（%1，平均每参数 %3 比特）。</translation>
    </message>
    <message>
        <source>With %1 tokens and %2 at the same time it needs %3 of VRAM (%4); with a margin of %5, %6 of usable memory.</source>
        <extracomment>tokens, sequences, memory with its range, margin, memory</extracomment>
        <translation>上下文 %1 个词元、并发请求数 %2，需要显存 %3（%4）；留出 %5 余量，可用显存应有 %6。</translation>
    </message>
    <message>
        <source>No hardware lies within these limits.</source>
        <translation>没有符合这些条件的硬件。</translation>
    </message>
    <message>
        <source>Nothing within these limits holds it. What could give way:</source>
        <translation>符合条件的硬件都放不下。可以这样调整：</translation>
    </message>
    <message>
        <source>%1 holds it: with %2 the margin is kept and %3 stay free on the fullest card.</source>
        <extracomment>machine, weight format, memory</extracomment>
        <translation>%1 放得下：使用 %2 时余量充足，占用最多的一张卡还剩 %3。</translation>
    </message>
    <message>
        <source>Recommended: %1 with %2. Nothing with a known price holds it; of the others it has the fewest cards and takes the least power. %3 stay free on the fullest card.</source>
        <translation>推荐：%1，使用 %2。有公开价格的都放不下；其余硬件中，它用的卡最少、功耗最低。占用最多的一张卡还剩 %3。</translation>
    </message>
    <message>
        <source>Recommended: %1 with %2. It is the cheapest within these limits; %3 stay free on the fullest card.</source>
        <translation>推荐：%1，使用 %2。它是符合条件的硬件中最便宜的，占用最多的一张卡还剩 %3。</translation>
    </message>
    <message>
        <source>Recommended: %1 with %2. It is the cheapest that keeps the margin and all targets; %3 stay free on the fullest card. Cheaper ones do not, such as %4 (%5).</source>
        <extracomment>machine, weight format, memory, a cheaper machine, why not that (&quot;Tight&quot;)</extracomment>
        <translation>推荐：%1，使用 %2。在余量和目标都满足的硬件中它最便宜，占用最多的一张卡还剩 %3。更便宜的都不行，例如 %4（%5）。</translation>
    </message>
    <message>
        <source>%1 of %2 machines hold it: cards of the last %3 years, prices of their launch.</source>
        <extracomment>numbers of machines, number of years</extracomment>
        <translation>%2 种配置中有 %1 种放得下；只计近 %3 年的显卡，价格为首发价。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) without a published price are left out.</source>
        <translation>
            <numerusform>另有 %n 款显卡没有公开价格，未计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower quality (%1): %2 with %3</source>
        <extracomment>a choice of quality, machine, weight format</extracomment>
        <translation>降低质量（%1）：%2，使用 %3</translation>
    </message>
    <message>
        <source>Shorter context (%1 tokens): %2 with %3</source>
        <translation>缩短上下文（%1 个词元）：%2，使用 %3</translation>
    </message>
    <message>
        <source>Fewer at the same time (%1): %2 with %3</source>
        <translation>减少并发（%1）：%2，使用 %3</translation>
    </message>
    <message>
        <source>Without targets of speed (%1): %2 with %3</source>
        <translation>放宽速度目标（%1）：%2，使用 %3</translation>
    </message>
    <message>
        <source>Another runtime (%1): %2 with %3</source>
        <translation>换用推理框架（%1）：%2，使用 %3</translation>
    </message>
    <message>
        <source>Other hardware (price %1): %2 with %3</source>
        <translation>更换硬件（价格 %1）：%2，使用 %3</translation>
    </message>
</context>
<context>
    <name>vram::ui::SubjectPicker</name>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Chosen row: %1</source>
        <extracomment>the side that is always the row that is chosen in the window; %1: its name now</extracomment>
        <translation>所选行：%1</translation>
    </message>
    <message>
        <source>Scenario file…</source>
        <translation>场景文件…</translation>
    </message>
    <message>
        <source>Side %1</source>
        <translation>第 %1 方</translation>
    </message>
    <message>
        <source>A card, a row, the machine or a saved scenario; type to search</source>
        <translation>显卡、行、我的电脑或已保存的场景文件；输入文字即可搜索</translation>
    </message>
    <message>
        <source>Side %1: how many</source>
        <extracomment>screen reader: how many of the card are in the side of this number</extracomment>
        <translation>第 %1 方：数量</translation>
    </message>
    <message>
        <source>How many of this card</source>
        <translation>这张显卡的数量</translation>
    </message>
</context>
<context>
    <name>vram::ui::TakeAway</name>
    <message>
        <source>Export re&amp;port…</source>
        <translation>导出报告(&amp;P)…</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>打印(&amp;I)…</translation>
    </message>
    <message>
        <source>Copy as &amp;link</source>
        <translation>复制为链接(&amp;L)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Bars: copy the row</source>
        <translation>条形图：复制该行</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation>报告已写入 %1</translation>
    </message>
    <message>
        <source>Report printed</source>
        <translation>报告已发送打印</translation>
    </message>
    <message>
        <source>The report was not printed. Check the printer, or export a PDF.</source>
        <translation>报告未能打印。请检查打印机，或改为导出 PDF。</translation>
    </message>
    <message>
        <source>The scenario does not fit into a link. %1</source>
        <translation>此场景放不进一个链接。%1</translation>
    </message>
    <message>
        <source>Link copied. It names the model’s file without its folder: whoever opens it needs the file.</source>
        <translation>链接已复制。其中只有模型的文件名，没有文件夹；打开它的人需要自备该文件。</translation>
    </message>
    <message>
        <source>Link copied to the clipboard</source>
        <translation>链接已复制到剪贴板</translation>
    </message>
    <message>
        <source>Text copied to the clipboard</source>
        <translation>文本已复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>vram::ui::TargetEditor</name>
    <message>
        <source>First token within</source>
        <translation>首词元不超过</translation>
    </message>
    <message>
        <source>The longest time from the prompt to the first token of the answer; – means any</source>
        <translation>从发出提示到回答第一个词元的最长时间；– 表示不限</translation>
    </message>
    <message>
        <source>First token within (seconds)</source>
        <translation>首词元不超过（秒）</translation>
    </message>
    <message>
        <source>At least, per user</source>
        <translation>每用户至少</translation>
    </message>
    <message>
        <source>The least speed of generating for one user; – means any</source>
        <translation>单个用户的最低解码速度；– 表示不限</translation>
    </message>
    <message>
        <source>At least, per user (tokens per second)</source>
        <translation>每用户至少（每秒词元数）</translation>
    </message>
</context>
<context>
    <name>vram::ui::TaskPage</name>
    <message>
        <source>What is the model for?</source>
        <translation>模型用来做什么？</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>or its &amp;size</source>
        <translation>或只填规模(&amp;S)</translation>
    </message>
    <message>
        <source>Parameters of a model that is not decided yet: 7b, 0.5B, 70 B</source>
        <translation>还没定下具体模型时填参数量：7b、0.5B、70 B</translation>
    </message>
    <message>
        <source>A number of parameters, such as 7b</source>
        <translation>请输入参数量，例如 7b</translation>
    </message>
</context>
<context>
    <name>vram::ui::TaskRow</name>
    <message>
        <source>Running the model: weights, KV cache and working memory</source>
        <translation>运行模型：权重、KV 缓存与工作内存</translation>
    </message>
    <message>
        <source>Fine-tuning a small adapter over quantized weights: the least memory</source>
        <translation>在量化权重上微调小型适配器：最省显存</translation>
    </message>
    <message>
        <source>Fine-tuning a small adapter over 16-bit weights</source>
        <translation>在 16 位权重上微调小型适配器</translation>
    </message>
    <message>
        <source>Training every parameter: gradients and optimizer states as large as the model, several times over</source>
        <translation>训练全部参数：梯度与优化器状态是模型的好几倍</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>vram::ui::TrainingOptions</name>
    <message>
        <source>Default: %1</source>
        <extracomment>what the framework does by itself: &quot;Default: every layer&quot;</extracomment>
        <translation>默认：%1</translation>
    </message>
</context>
<context>
    <name>vram::ui::ValuePicker</name>
    <message>
        <source>“%1” cannot be compared: numbers such as 4k, 8k, 32k.</source>
        <translation>无法比较“%1”：请输入数字，例如 4k, 8k, 32k。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n row(s).</source>
        <translation>
            <numerusform>最多 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>请至少选择一项。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>已选 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>4k, 8k, 32k</source>
        <translation>例如 4k, 8k, 32k</translation>
    </message>
    <message>
        <source>Usual ones</source>
        <translation>恢复常用值</translation>
    </message>
</context>
<context>
    <name>vram::ui::VerdictBand</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the verdict&apos;s words as a screen reader says them</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>vram::ui::VerdictChip</name>
    <message>
        <source>Show all rows again</source>
        <translation>重新显示所有行</translation>
    </message>
    <message>
        <source>Show only these rows</source>
        <translation>只显示这些行</translation>
    </message>
</context>
<context>
    <name>vram::ui::WeightsRow</name>
    <message>
        <source>%1 cannot load %2.</source>
        <translation>%1 无法加载 %2。</translation>
    </message>
    <message>
        <source>%1 bits per weight</source>
        <translation>每权重 %1 比特</translation>
    </message>
    <message>
        <source>%1, %2 bits per weight</source>
        <translation>%1，每权重 %2 比特</translation>
    </message>
    <message>
        <source>%1 cannot load %2: moved to the nearest, %3 (%4 bits per weight)</source>
        <translation>%1 无法加载 %2，已改用最接近的 %3（每权重 %4 比特）</translation>
    </message>
    <message>
        <source>Format of the weights, from the fewest bits to the most. Only formats that the runtime can load are offered; a name such as q4_k_m can be typed.</source>
        <translation>权重的格式，按比特数从少到多排列。只列出推理框架能加载的格式，也可直接输入名称，例如 q4_k_m。</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>Perplexity %1 against the unquantized model, measured on %2 (source: %3).</source>
        <translation>与未量化的模型相比，困惑度 %1，在 %2 上测得（来源：%3）。</translation>
    </message>
    <message>
        <source>llama.cpp makes it only with an importance matrix.</source>
        <translation>llama.cpp 必须有重要性矩阵才能制作。</translation>
    </message>
    <message>
        <source>%1 bits per weight, perplexity %2</source>
        <translation>每权重 %1 比特，困惑度 %2</translation>
    </message>
    <message>
        <source>%1 bits per weight, needs an imatrix</source>
        <translation>每权重 %1 比特，须有重要性矩阵</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>文件原样</translation>
    </message>
    <message>
        <source>%1 as the file stores it, %2 bits per weight</source>
        <translation>文件存储为 %1，每权重 %2 比特</translation>
    </message>
    <message>
        <source>%1 starts from quantized weights. With %2 it is LoRA.</source>
        <translation>%1 从量化权重开始。使用 %2 就是 LoRA。</translation>
    </message>
    <message>
        <source>Moved with the task: %1 to %2 (%3 bits per weight)</source>
        <translation>随任务改变：%1 改为 %2（每权重 %3 比特）</translation>
    </message>
</context>
<context>
    <name>vram::ui::WhyDrawer</name>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Why? %1 · %2</source>
        <extracomment>title of the explanation: part of the memory, row</extracomment>
        <translation>为什么？%1 · %2</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>为什么？%1</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>关闭说明</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>How to run it</source>
        <extracomment>button: from the explanation of the figures to the commands</extracomment>
        <translation>如何运行</translation>
    </message>
    <message>
        <source>Commands, how to check them on the machine, targets, and what you saw</source>
        <translation>命令、如何在机器上核对、目标，以及您看到的数字</translation>
    </message>
</context>
</TS>
